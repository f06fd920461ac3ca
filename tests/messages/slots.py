"""People and the sessions, shifts and incidents that they could take: what keeps them from being matched."""

from .situation import Situation

_DESIGN = """format = 2
[programme]
name = "made up"
sectors = ["substance"]
nation = "england"
ways = ["{}"]
[group_sessions]
delivered_by = 1
length = "90 minutes"
"""
_PEOPLE = "id,capacity,available,not_with\nP-1,5,at any hour,\nP-2,5,at any hour,P-1\n"
_SESSIONS = "id,starts_at,ends_at,needs,vetoes,delivered_by\nS-1,2026-11-30 18:00,,,,\nS-2,2026-11-30 19:00,,,,\n"
_LOCKS = "session,person,lock,away\n"
_MATCH = "match p.toml people.csv slots.csv --on 2026-11-29 -o answer.csv"


def _slots(
    title: str,
    *edits: tuple[str, str],
    people: str = _PEOPLE,
    way: str = "group sessions",
    lock: str = "",
    more: str = "",
) -> Situation:
    """People matched with sessions after edits of their sheet."""
    sessions = _SESSIONS
    for old, new in edits:
        assert old in sessions
        sessions = sessions.replace(old, new, 1)
    files = {"p.toml": _DESIGN.format(way), "people.csv": people, "slots.csv": sessions, "locks.csv": _LOCKS + lock}
    return Situation(title, f"{_MATCH}{' --lock locks.csv' if lock else ''}{more}", files)


# fmt: off
SITUATIONS = [
    _slots("several ways of support of which none is named", ("delivered_by", "beginning"), ("starts_at", "start"),
           way='group sessions", "on call'),
    Situation("sheets in the wrong order", "match p.toml slots.csv people.csv --on 2026-11-29",
              {"p.toml": _DESIGN.format("group sessions"), "people.csv": _PEOPLE, "slots.csv": _SESSIONS}),
    _slots("points for staying in a session", lock="S-1,P-1,\n", more=" --stay most"),
    Situation("an online place whose second sheet comes from standard input",
              "match p.toml people.csv - --on 2026-11-29", {"p.toml": _DESIGN.format("online"), "people.csv": _PEOPLE},
              typed="id,starts_at,ends_at,on_duty\nS-1,2026-11-30 18:00,2026-11-30 20:00,\n"),
    Situation("sessions in a nation that is not stated", _MATCH, {
        "p.toml": _DESIGN.format("group sessions").replace('nation = "england"\n', ""), "people.csv": _PEOPLE,
        "slots.csv": _SESSIONS.replace(":00,", ":00+00:00,")}),
    _slots("sessions that end when they start, last too long or are in no year that can be meant",
           ("18:00,,", "18:00,2026-11-30 18:00,"), ("19:00,,", "19:00,2027-11-30 18:00,"),
           ("\nS-2", "\nS-3,9999-11-30 18:00,,,,\nS-2")),
    _slots("moments that cannot be read", ("18:00,,", "25:00,soon,"), ("S-2,2026-11-30 19:00", "S-2,2027-10-31 01:30"),
           ("\nS-2", "\nS-3,2027-03-28 01:30,,,,\nS-2")),
    Situation("sessions outside the United Kingdom", _MATCH, {
        "p.toml": _DESIGN.format("group sessions").replace("england", "other"), "people.csv": _PEOPLE,
        "slots.csv": _SESSIONS.replace(":00,", ":00+00:00,")}),
    Situation("a moment without a zone where no nation is stated", _MATCH.replace("-29", "-29T09:00Z"), {
        "p.toml": _DESIGN.format("incident").replace('nation = "england"\n', ""), "people.csv": "id,capacity\nP-1,1\n",
        "slots.csv": "id,happened_at\nI-1,2026-11-28 03:10\n"}),
    Situation("sessions where capacity is in hours", _MATCH, {
        "p.toml": _DESIGN.format("group sessions") + '[matching]\ncapacity_in = "hours"\n', "people.csv": _PEOPLE,
        "slots.csv": _SESSIONS}),
    _slots("somebody who is at a session as staff and delivers it", ("vetoes,", "staff_there,"),
           ("18:00,,,,", "18:00,,,P-1,P-1")),
    _slots("sessions at the same time that one person delivers", ("18:00,,,,", "18:00,,,,P-1"),
           ("19:00,,,,", "19:00,,,,P-1")),
    _slots("people of one session who must not be together", ("18:00,,,,", "18:00,,,,P-1; P-2")),
    _slots("ids in sessions that nobody has", ("18:00,,,,", "18:00,,,P-01,"), ("19:00,,,,", "19:00,,,,P-9"),
           people=_PEOPLE.replace(",P-1\n", ",P-7\n")),
    _slots("ids in sessions that nobody has, with values", ("18:00,,,,", "18:00,,,P-01,"), more=" --show-values"),
    _slots("a column that sessions do not have", ("vetoes", "vetos")),
    _slots("a session kept for somebody who is not there", lock="S-1,P-9,keep,\n"),
    _slots("a session locked twice", lock="S-1,P-1,keep,\nS-1,P-1,never,\n"),
    _slots("a never of a session that is not there", lock="S-9,P-1,never,\n"),
    _slots("a never that is marked as away, with an id that looks like another", lock="S-1,P-01,never,yes\n"),
    _slots("a never that is marked as away", lock="S-1,X-9,never,yes\n"),
    _slots("a lock of no session", lock=",P-1,keep,\n"),
    Situation("a sheet of people for a programme of pairs", "facts p.toml --template people",
              {"p.toml": _DESIGN.format("pair")}),
    Situation("a sheet of people for a programme with two ways that have one", "facts p.toml --template people",
              {"p.toml": _DESIGN.format('group sessions", "on call')}),
    Situation("a sheet of mentors for a fellowship", "facts p.toml --template mentors",
              {"p.toml": _DESIGN.format("mutual aid")}),
    Situation("a sheet of members for a way that has none", 'facts p.toml --template members --way drop-in',
              {"p.toml": _DESIGN.format('drop-in", "mutual aid')}),
]
# fmt: on
