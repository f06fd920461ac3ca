"""Lists of members who help each other."""

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


def _matched(title: str, *edits: tuple[str, str], command: str = "", lock: str = "", members: str = "") -> Situation:
    design = _FELLOWSHIP
    for old, new in edits:
        design = design.replace(old, new)
    files = {"p.toml": design, "members.csv": members or _MEMBERS, "locks.csv": _LOCKS + lock}
    locked = " --lock locks.csv" if lock else ""
    return Situation(title, f"match p.toml members.csv --on 2026-11-22{locked}{command}", files)


# fmt: off
SITUATIONS = [
    _matched("members who are sponsors and look for one"),
    _matched("members and a second sheet", command=" members.csv"),
    _matched("one sheet where people meet in pairs", ('ways = ["mutual aid"]', 'ways = ["pair"]')),
    _matched("members of a fellowship without sponsors",
             ("[matching]", "[mutual_aid]\nsponsors = false\n\n[matching]")),
    _matched("kept pairs of members that make a circle", lock="A-1,A-2,keep\nA-2,A-1,keep\n"),
    _matched("members of whom the best pairs are a circle", ("[matching]", "[matching]\nspread = true"),
             members=_MEMBERS.partition("A-3")[0]),
    _matched("a member twice", members=_MEMBERS + "a\u20111,no,0,,,\n"),
    _matched("members whose ids look alike", members=_MEMBERS + "A-01,no,3,monday,monday,\n"),
    _matched("members and a lock of somebody who is not there", lock="A-9,A-1,never\n"),
]
