"""What changed between the measures of a programme: how many were asked, by how much they differ, and what is hidden.

To read it: plan (what the design measures of whom and when), measured_people (the sheet, row by row), disclosure (which
counts may be shown), summary (the answer).
"""
