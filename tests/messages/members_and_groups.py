"""Lists of members who help each other, and sheets of group sessions and of attendance."""

from .situation import Situation

_FELLOWSHIP = """\
format = 2

[programme]
name = "Peers"
sectors = []
ways = ["mutual aid"]

[matching]
collects = ["mentor_evenings", "mentee_evenings"]
preferences = [{ what = "evenings", kind = "overlap", weight = 2 }]
"""
_MEMBERS = """\
id,wants_sponsor,capacity,mentor_evenings,mentee_evenings,mentee_vetoes
A-1,yes,1,monday,monday,
A-2,yes,1,monday,monday,
A-3,yes,0,friday,friday,A-1
A-4,,2,friday,friday,
A-5,perhaps,,tuesday,monday; friday,
"""
_LOCKS = "mentee,mentor,lock\n"
_GROUPS = """\
format = 2

[programme]
name = "Peers"
sectors = []
ways = ["group sessions", "pair"]
nation = "england"

[group_sessions]
delivered_by = 2
in_order = true
largest = 2
sessions = 2
smallest = 2
staff_there = 1
"""
_SESSIONS = """\
id,starts_at,number,delivered_by,staff_there
S-1,2026-11-10 18:00,1,M-1; M-2,K-1
S-2,2026-11-17 18:00,2,M-1,
T-1,2026-11-24 18:00,1,,
T-2,2026-12-01 18:00,2,,
"""
_ATTENDANCE = """\
person,session,attended
A-1,S-1,yes
A-1,S-2,no
A-1,T-2,
A-2,S-1,
A-3,T-1,
A-4,T-1,
A-5,,
"""


def _matched(title: str, *edits: tuple[str, str], command: str = "", lock: str = "", members: str = "") -> Situation:
    design = _FELLOWSHIP
    for old, new in edits:
        design = design.replace(old, new)
    files = {"p.toml": design, "members.csv": members or _MEMBERS, "locks.csv": _LOCKS + lock}
    locked = " --lock locks.csv" if lock else ""
    return Situation(title, f"match p.toml members.csv --on 2026-11-22{locked}{command}", files)


def _groups(
    title: str, *edits: tuple[str, str], command: str = "due", way: str = "group sessions", **sheets: str
) -> Situation:
    design = _GROUPS
    for old, new in edits:
        design = design.replace(old, new)
    files = {
        "p.toml": design,
        "s.csv": sheets.get("sessions", _SESSIONS),
        "a.csv": sheets.get("attendance", _ATTENDANCE),
    }
    of_way = f" --way '{way}'" if command == "due" else ""
    more = sheets.get("more", "")
    return Situation(title, f"{command} p.toml a.csv --sessions s.csv{of_way} --on 2026-11-22{more}", files)


# fmt: off
SITUATIONS = [
    _matched("members who are sponsors and look for one"),
    _matched("a member who says no to what only pairs are asked",
             ('ways = ["mutual aid"]', 'ways = ["pair", "mutual aid"]'),
             ('collects = [', 'collects = ["mentee_agrees_to_match", '),
             members="id,wants_sponsor,capacity,mentee_agrees_to_match\nA-1,yes,0,no\nA-2,no,1,yes\n"),
    _matched("members and a second sheet", command=" members.csv"),
    _matched("one sheet where people meet in pairs", ('ways = ["mutual aid"]', 'ways = ["pair"]'),
             members="id,mentor_evenings,capacity\nA-1,monday,1\n"),
    _matched("members where people meet in pairs", ('ways = ["mutual aid"]', 'ways = ["pair"]')),
    _matched("members of a fellowship without sponsors",
             ("[matching]", "[mutual_aid]\nsponsors = false\n\n[matching]")),
    _matched("kept pairs of members that make a circle", lock="A-1,A-2,keep\nA-2,A-1,keep\n"),
    _matched("members of whom the best pairs are a circle", ("[matching]", "[matching]\nspread = true"),
             members=_MEMBERS.partition("A-3")[0]),
    _matched("a member twice", members=_MEMBERS + "a\u20111,no,0,,,\n"),
    _matched("members whose ids look alike", members=_MEMBERS + "A-01,no,3,monday,monday,\n"),
    _matched("a member of whom one number is given twice",
             ('"mentee_evenings"]', '"mentee_evenings", "mentor_years", "mentee_years"]'),
             ('what = "evenings", kind = "overlap"', 'what = "years", kind = "near", difference = 5'),
             members="id,wants_sponsor,capacity,mentor_years,mentee_years,mentee_vetoes\n"
             "A-1,yes,0,3,3,\nA-2,no,1,5,4,\nA-3,no,1,8,8,\n"),
    _matched("members and a lock of somebody who is not there", lock="A-9,A-1,never\n"),
    _groups("group sessions to look at"),
    _groups("group sessions of a programme that states little", ("largest = 2\n", ""), ("in_order = true\n", "")),
    _groups("group sessions of a series of nobody knows how many", ("sessions = 2\n", "")),
    _groups("group sessions of a series of too many", ("sessions = 2\n", "sessions = 999999999999\n")),
    _groups("group sessions in a calendar", more=" --format ics"),
    _groups("group sessions and an option that is not for them", more=" --feed"),
    _groups("group sessions where only pairs are meant", way="pair"),
    _groups("group sessions of which none can be held", ("smallest = 2", "smallest = 3")),
    Situation("both sheets of group sessions from one input", "due p.toml - --sessions -", {"p.toml": _GROUPS}),
    _groups("sessions that cannot be", sessions=_SESSIONS + "T-3,,3,M-1; m-2,M-2\nT-4,2026-12-08 18:00,,,\n"
            "t-4,soon,1,,\nT-5,25/10/2026 01:30,1,,\n"),
    _groups("attendance that cannot be", attendance=_ATTENDANCE + "a-1,S-1,yes\nA-1,s\u20111,yes\nA-6,S-9,yes\n"
            "A-7,,yes\nA-8,T-1,yes\nA-9,S-1,perhaps\n"),
    _groups("people in two sessions at the same time", ("[group_sessions]", '[group_sessions]\nlength = "2 hours"'),
            sessions=_SESSIONS + "R-1,2026-11-10 19:00,1,M-3; M-4,K-2\n",
            attendance=_ATTENDANCE + "A-1,R-1,yes\nm-1,S-1,no\n"),
    _groups("a session that ends before it starts", sessions="id,starts_at,ends_at,number\n"
            "S-1,2026-11-10 18:00,2026-11-10 17:00,1\nS-2,2026-11-17 18:00,2026-11-17 18:00,2\n"),
    _groups("attendance of several people in a row", attendance=_ATTENDANCE + "A-7; A-8,S-1,yes\n"),
    _groups("attendance without a column", attendance="person,session\nA-1,S-1\n"),
    _groups("sheets of group sessions with ids that look alike",
            sessions=_SESSIONS + "T-01,2026-12-08 18:00,1,M-01,K-1\n", attendance=_ATTENDANCE + "A-01,S-2,yes\n"),
    _groups("attendance of which nobody knows", command="outcomes"),
    _groups("attendance of few people", command="outcomes", attendance="person,session,attended\nA-1,S-1,yes\n"),
    _groups("attendance of nobody yet", command="outcomes", attendance="person,session,attended\n"),
    _groups("attendance in a picture", command="outcomes", more=" --format svg"),
    _groups("attendance with intervals", command="outcomes", more=" --intervals"),
    Situation("attendance without its sessions", "outcomes p.toml a.csv", {"p.toml": _GROUPS, "a.csv": _ATTENDANCE}),
    Situation("sessions in the place of attendance", "due p.toml s.csv --sessions s.csv",
              {"p.toml": _GROUPS, "s.csv": _SESSIONS}),
    Situation("measures with sessions", "outcomes p.toml m.csv --sessions s.csv",
              {"p.toml": _GROUPS, "s.csv": _SESSIONS, "m.csv": "id,party,measure,at,value\n"}),
    Situation("an empty sheet with sessions", "outcomes p.toml --template --sessions s.csv", {"p.toml": _GROUPS}),
]
