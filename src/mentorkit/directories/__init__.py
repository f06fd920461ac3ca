"""Directories of services, as Open Referral UK and HSDS 3 publish them, as members of a programme's network.

`files`, `reading` and `tabular` read files, `entry` and `opening` one service, `choosing` takes those that are wanted,
and `members` writes them. What is missing is counted, and nothing is invented. Nothing here opens a file.
"""
