"""Directories of services, as Open Referral UK and HSDS 3 publish them, as members of a programme's network.

`files`, `reading` and `csv_package` read files, `entry` and `schedules` one service, `selection` takes those that are
wanted, and `members` writes them. What is missing is counted, and nothing is invented. Nothing here opens a file.
"""
