"""Sheets, JSON Lines and TOML about people: what in them cannot be read, and what keeps people from being matched."""

import errno

from mentorkit.outcomes.change import NoStatisticsError

from .designs import DAY, OURS
from .situation import Situation, edited, failing, set_to, substance, text_of

_APPLICANTS = "id,abstinent_since,risk_screen_domains,risk_screen_on,selected_on\n"
_DECIDE = f"decide screening p.toml {{}} {DAY}"
_MEASURES = "id,party,measure,at,value,on,left\n"
_CELLS = (
    _APPLICANTS
    + "A-1,3.4.2026,substance misuse,2026-10-05,2026-10-12\n"
    + "A-2,03/04/26,wellbeing,soon,2026-02-30\n"
    + "A-3,2026-04-03,,soon,later\n"
    + "A-5,2026-04-03,,,later\n"
)
_TOO_LARGE = OSError(errno.EFBIG, "File too large")
_OF_PAIRS = "id,capacity,hours_needed,agrees,waited,since,wait\n"
_MENTORS, _MENTEES = (
    text_of("examples/substance/matching/mentors.csv"),
    text_of("examples/substance/matching/mentees.csv"),
)
_MATCH = f"match p.toml mentors.csv mentees.csv {DAY}"
_LOCKS = "mentee,mentor,lock\n"
_PREFERENCES = substance()[substance().index("preferences = [") :].partition("\n]\n")[0] + "\n]\n"
_HEAVIEST = ('"interests", kind = "overlap", weight = 5', '"interests", kind = "overlap", weight = 1_000_000')
_EXCLUSIONS = substance()[substance().index("exclusions = [") :].partition("\n")[0] + "\n"
_FIRST = '  { what = "days", kind = "overlap", required = true, weight = 2 },\n'


def _decided(title: str, name: str, content: str | bytes, **how: object) -> Situation:
    return Situation(title, _DECIDE.format(name), {**OURS, name: content}, **how)  # type: ignore[arg-type]


def _matched(title: str, *edits: tuple[str, str], lock: str = "", command: str = "", **sheets: str) -> Situation:
    """People of the example matched after edits of the design, with locks and other sheets."""
    files = {"p.toml": substance(*edits), "mentors.csv": sheets.get("mentors", _MENTORS)}
    files |= {"mentees.csv": sheets.get("mentees", _MENTEES), "locks.csv": lock, "more.csv": sheets.get("more", "")}
    return Situation(title, f"{_MATCH}{' --lock locks.csv' if lock else ''}{command}", files)


def _with_interests(sheet: str, number: int) -> str:
    """A sheet of the example whose people with football among their interests have this many, all in common."""
    return sheet.replace("football", "; ".join(f"interest {each}" for each in range(number)))


def _pairs(title: str, rows: str) -> Situation:
    return Situation(title, f"decide matching p.toml pairs.csv {DAY}", {**OURS, "pairs.csv": _LOCKS + rows})


def _preferring(title: str, entry: str, *edits: tuple[str, str]) -> Situation:
    return _matched(title, (_FIRST, f"  {entry},\n"), *edits)


def _measured(title: str, rows: str, *edits: tuple[str, str], command: str = "") -> Situation:
    return Situation(title, f"outcomes p.toml m.csv{command}", {"p.toml": substance(*edits), "m.csv": _MEASURES + rows})


# fmt: off
SITUATIONS = [
    Situation("records that are not there", _DECIDE.format("a.csv"), OURS),
    Situation("decisions that grow larger than a file may be", _DECIDE.format("a.csv") + " -o d.csv",
              {**OURS, "a.csv": _CELLS}, given=failing("mentorkit.reports.decisions.Decisions.add", _TOO_LARGE)),
    Situation("records of a spreadsheet program", _DECIDE.format("a.xlsx"), {**OURS, "a.xlsx": "PK"}),
    Situation("records in a folder", _DECIDE.format("a.csv"), {**OURS, "a.csv": None}),
    Situation("a stage that is misspelt", "decide screning p.toml a.csv"),
    Situation("people and a design that cannot be read as a whole", _DECIDE.format("a.csv"),
              {"p.toml": substance(("level = 2", "levle = 2"))}),
    Situation("people and a design that is not there", _DECIDE.format("a.csv")),
    Situation("an answer in a file that no form is called like", _DECIDE.format("a.csv -o answer.docx"), OURS),
    Situation("an answer in a folder that is not there", _DECIDE.format("a.csv -o none/answer.csv"),
              {**OURS, "a.csv": "id\nA-1\n"}),
    _decided("a date that cannot be, since it is in the future", "a.csv", "id,abstinent_since\nA-1,2099-01-01\n"),
    _decided("an empty sheet", "a.csv", ""),
    _decided("a sheet that begins with an empty row", "a.csv", "\nid\nA-1\n"),
    _decided("a sheet without names of columns", "a.csv", "A-1,2026-01-01\n"),
    _decided("a sheet as old programs save it", "a.csv", _APPLICANTS.encode() + "Ä-1".encode("latin-1")),
    _decided("a sheet in UTF-16", "a.csv", _APPLICANTS.encode("utf-16-le")),
    _decided("columns that are misspelt, missing, twice or without a name", "a.csv",
             "ID,abstinent_sinc,selected_on,selected_on,,shoe_size\nA-1,,,,,\n"),
    _decided("a sheet without ids", "a.csv", "abstinent_since\n2026-01-01\n"),
    _decided("records without an id of their own", "a.csv", "id,selected_on\nA-1,\n,2026-10-12\nA-1,\nA\x07,\n"),
    _decided("an id that says that there is nobody", "a.csv", "id,selected_on\nA-1,\nNone,\n"),
    _decided("ids that look alike", "a.csv", "id,selected_on\nA-1,\na\u20111,\n"),
    _decided("many records without an id", "a.csv", "id,selected_on\n" + ",2026-10-12\n" * 22),
    _decided("a row that is too long", "a.csv", "id,selected_on\nA-1,2026-10-12,yes\n"),
    _decided("a quotation mark that is not closed", "a.csv", 'id,selected_on\n"A-1,2026-10-12\n'),
    _decided("a quotation mark in a cell", "a.csv", 'id,selected_on\n"A" 1,2026-10-12\n'),
    _decided("a cell without end", "a.csv", f'id,selected_on\n"{"A" * 140_000}\n'),
    _decided("cells that cannot be read", "a.csv", _CELLS),
    _decided("a line that is no JSON", "a.jsonl", '{"id": "A-1"}\nA-2\n'),
    _decided("a list with quotation marks that do not match", "a.csv",
             _APPLICANTS + 'A-1,2025-03-10,"""wellbeing; substance misuse",2026-10-05,2026-10-12\n'),
    _decided("a key twice in JSON", "a.jsonl", '{"id": "A-1", "id": "A-2"}\n'),
    _decided("a list in the place of a record", "a.jsonl", "[1]\n"),
    _decided("an id that is a number", "a.jsonl", '{"id": 1}\n'),
    _decided("values of the wrong kind in JSON", "a.jsonl",
             '{"id": "A-1", "abstinent_since": 3, "risk_screen_domains": "wellbeing", "selected_on": "soon"}\n'),
    _decided("records in TOML with a slip", "a.toml", "[[records]]\nid = A-1\n"),
    _decided("a line without end", "a.jsonl", "1" * 1_000_001),
    _decided("a line of a sheet without end", "a.csv", "x," * 500_001),
    _decided("records in TOML without end", "a.toml", "#" * 10_000_001),
    _decided("records in TOML that are none", "a.toml", "people = 1\n"),

    Situation("pairs of which one says yes in other words", f"decide matching p.toml a.csv {DAY}", {**OURS, "a.csv":
              "id,mentee_agrees_to_match,mentee_recovery_plan\nA-1,perhaps,by herself\n"}),
    _matched("sheets of mentors and mentees with cells that cannot be read", mentors=edited(
        _MENTORS, ("none,2\n", "none,two\n"), ("north service; Tuesday group,monday; wednesday", " ,"))),
    Situation("two sheets from one input", "match p.toml - -"),
    Situation("points for staying without earlier pairs", "match p.toml a.csv b.csv --stay most"),
    Situation("points for staying that are no number", "match p.toml a.csv b.csv --stay many"),
    Situation("points for staying in other digits", "match p.toml a.csv b.csv --stay ²"),
    _matched("points for staying in a stable matching", ("then best fit, then worst pair lifted", "then best fit"),
             ('"most people, then best fit"', '"stable by preferences"'), lock=_LOCKS, command=" --stay 5"),
    _matched("a design that names criteria and compares nothing", (_PREFERENCES, ""), (_EXCLUSIONS, ""),
             command=" -o pairs.csv"),
    _matched("points for staying beyond number", lock=f"{_LOCKS}C-01,M-1,\n", command=f" --stay {10**18}"),
    _matched("hours in a stable matching", ("then best fit, then worst pair lifted", "then best fit"),
             ('"most people, then best fit"', '"stable by preferences"\ncapacity_in = "hours"')),
    Situation("pairs where nobody meets as a pair", _MATCH, {
        "p.toml": edited(text_of("tests/data/format_1/substance/turning_point.toml"),
                         ("[relationship] ", "[relationship]\npairs = false #")),
        "mentors.csv": _MENTORS, "mentees.csv": _MENTEES}),
    _matched("pairs where the programme offers other ways", ('ways = ["pair"]', 'ways = ["mutual aid"]')),
    Situation("more pairs than can be looked at", _MATCH, {**OURS, "mentors.csv": _MENTORS, "mentees.csv": _MENTEES},
              given=set_to("mentorkit.matching.possible_pairs:MOST_CANDIDATES", 3)),
    _matched("hours in weeks", ("mentees_per_mentor = 2", 'capacity_in = "hours"'), mentors=edited(
             _MENTORS, ("none,2\n", "none,2 weeks\n")), mentees=edited(_MENTEES, (
                 "mentee_vetoes\n", "mentee_vetoes,hours_needed\n"), ("any,none,\n", "any,none,,1 hour\n"))),
    _matched("more points than can be counted", _HEAVIEST, mentors=_with_interests(_MENTORS, 1001),
             mentees=_with_interests(_MENTEES, 1001)),
    _matched("as few changes as possible, with more points than can be counted", _HEAVIEST, lock=f"{_LOCKS}C-01,M-1,\n",
             command=" --stay most", mentors=_with_interests(_MENTORS, 600), mentees=_with_interests(_MENTEES, 600)),
    _matched("vetoes without an id", mentees=_MENTEES.replace(",none,M-1\n", ",none,;\n")),
    _matched("several mentors in a stable matching",
             ("mentees_per_mentor = 2", "mentees_per_mentor = 2\nmentors_per_mentee = 2"),
             ("most people, then best fit, then worst pair lifted", "stable by preferences")),
    _matched("hours that are spread", ("mentees_per_mentor = 2", 'capacity_in = "hours"\nspread = true')),
    _matched("no mentor for a mentee", ("mentees_per_mentor = 2", "mentors_per_mentee = 0")),
    _matched("vetoes with a comma", mentees=_MENTEES.replace(",none,M-1\n", ',none,"M-1, M-2"\n')),
    Situation("a veto that is a number", f"match p.toml mentors.csv m.jsonl {DAY}", {**OURS, "mentors.csv": _MENTORS,
              "m.jsonl": '{"id": "C-01", "mentee_vetoes": 3}\n'}),
    Situation("locks in JSON that are no answer of match", f"{_MATCH} --lock locks.json",
              {**OURS, "locks.json": '{"pairs": [{"mentee": "C-01"}]}'}),
    Situation("a list with an entry that could be several", f"match p.toml mentors.csv m.jsonl {DAY}",
              {**OURS, "mentors.csv": _MENTORS, "m.jsonl": '{"id": "C-01", "mentee_vetoes": ["M-1; M-2"]}\n'}),
    _matched("a text that an exclusion compares, with several", mentors=_MENTORS.replace(",none,2\n", ",Ash; Oak,2\n")),
    _matched("an exclusion of the same list", ('what = "house", kind = "same"', 'what = "settings", kind = "same"')),
    _pairs("pairs as match has written them", "C-01,M-1,\nC-02,,\nC-03,M-1,never\n"),
    _pairs("pairs as old programs save them", "\udce9"),
    _pairs("pairs with a cell without end", '"C-01,M-1,\n'),
    Situation("locks in JSON with a key that looks like lock", f"{_MATCH} --lock locks.json",
              {**OURS, "locks.json": '{"pairs": [{"mentee": "C-01", "mentor": "M-1", "Lock": "never"}], "never": []}'}),
    Situation("locks in JSON of a pair that is kept and never made", f"{_MATCH} --lock locks.json",
              {**OURS, "locks.json": '{"pairs": [{"mentee": "C-01", "mentor": "M-1", "kept": true, "lock": "never"}],'
                                     ' "never": []}'}),
    Situation("locks that are not there", f"{_MATCH} --lock locks.csv", OURS),
    _matched("locks as old programs save them", lock=_LOCKS + "\udce9"),
    _matched("locks without their column", lock="mentee,mentor\nC-01,M-1\n"),
    _matched("a lock that is another word", lock=f"{_LOCKS}C-01,M-1,stay\n"),
    _matched("a lock of nobody", lock=f"{_LOCKS}C-01,,keep\n"),
    _matched("two mentors kept for one mentee", lock=f"{_LOCKS}C-01,M-1,keep\nC-01,M-2,keep\n"),
    _matched("a lock of somebody who is gone", lock=f"{_LOCKS}C-01,M-99,keep\n"),
    _matched("a pair that is kept and ruled out", lock=f"{_LOCKS}C-01,M-1,keep\nC-01,M-1,never\n"),
    _matched("a column of locks twice", lock="mentee,mentor,lock,lock\nC-01,M-1,never,\n"),
    _matched("a lock in a column without a name", lock=f"{_LOCKS}C-01,M-1,,never\n"),
    _matched("two mentors kept for one mentee in two sheets", lock=f"{_LOCKS}C-01,M-2,keep\n",
             command=" --lock more.csv", more="mentee,mentor,lock\nC-01,M-1,keep\n"),
    _matched("somebody kept with themself", lock=f"{_LOCKS}M-1,M-1,keep\n", mentees=_MENTEES.replace("C-01,", "M-1,")),
    _matched("locks with a cell without end", lock=f'{_LOCKS}"{"C" * 140_000}",M-1,keep\n'),
    _matched("somebody marked as away whose pair is free to change", lock="mentee,mentor,lock,away\nC-01,M-1,,yes\n"),
    _matched("somebody marked as away with another word", lock="mentee,mentor,lock,away\nC-01,M-1,never,soon\n"),
    _matched("somebody marked as away whose id looks like another", lock="mentee,mentor,lock,away\nC1,M-1,never,yes\n"),
    _matched("people marked as away", lock="mentee,mentor,lock,away\nC-77,M-1,never,yes\n"),
    _matched("locks and vetoes of people who are not there", lock=f"{_LOCKS}C-01,M-99,never\n",
             mentees=_MENTEES.replace(",none,M-1\n", ",none,M-77\n")),
    _preferring("a preference that says nothing", "{ weight = 1 }"),
    _preferring("a preference for what is near, without a distance", '{ what = "days", kind = "near", weight = 1 }'),
    _preferring("a preference for what is the same, with a distance",
                '{ what = "days", kind = "same", weight = 1, difference = 2 }'),
    _preferring("a preference for dates that are hours apart",
                '{ what = "days", kind = "near", weight = 1, within = "3 hours" }'),
    _preferring("a least distance of dates for numbers",
                '{ what = "days", kind = "near", weight = 1, difference = 2, at_least = "2 days" }'),
    _preferring("a least distance of numbers for dates",
                '{ what = "days", kind = "near", weight = 1, within = "2 days", least_difference = 2 }'),
    _preferring("a least time that is longer than the most",
                '{ what = "days", kind = "near", weight = 1, within = "2 days", at_least = "1 week" }'),
    _preferring("a least difference that is more than the most",
                '{ what = "days", kind = "near", weight = 1, difference = 0, ahead = "mentor" }'),
    _preferring("a preference for people like themselves", '{ what = "id", kind = "same", weight = 1 }'),
    _preferring("a preference that does nothing", '{ what = "days", kind = "overlap" }'),
    _preferring("a preference with too many points", '{ what = "days", kind = "overlap", weight = 2000000 }'),
    _preferring("a preference for what is compared in another way", '{ what = "interests", kind = "near", '
                'difference = 1, weight = 1 }'),
    _preferring("a preference for what nobody asks", '{ what = "shoe_size", kind = "same", weight = 1 }'),
    _preferring("a preference that the law protects", '{ what = "religion", kind = "same", weight = 1 }'),
    _preferring("a preference for what rules know as something else", '{ what = "recovery_since", kind = "overlap", '
                'weight = 1 }', ('kind = "near", within = "3 years"', 'kind = "overlap"')),
    _matched("an exclusion of what is wished for", ('{ what = "house", kind = "same", why',
                                                    '{ what = "gender", kind = "prefer", why')),

    Situation("a time ahead that cannot be read", f"due p.toml a.csv --within soon {DAY}", OURS),
    Situation("a time ahead beyond the calendar", "due p.toml a.csv --within '99 years' --on 9990-01-01", OURS),
    Situation("a time ahead in hours", f"due p.toml a.csv --within '3 hours' {DAY}", OURS),
    Situation("an alarm that cannot be read", f"due p.toml a.csv -o due.ics --alarm soon {DAY}", OURS),
    Situation("an alarm before the calendar", "due p.toml a.csv -o due.ics --alarm '99 years' --on 0050-01-01", OURS),
    Situation("an alarm where there is no calendar", f"due p.toml a.csv --alarm '1 day' {DAY}",
              {**OURS, "a.csv": "id\nA-1\n"}),
    Situation("a feed where there is no calendar", f"due p.toml a.csv --feed {DAY}", {**OURS, "a.csv": "id\nA-1\n"}),
    Situation("working days where the nation is not stated", f"due p.toml a.csv -o due.ics --working-days {DAY}",
              {"p.toml": substance(('nation = "england" ', "")), "a.csv": "id\nA-1\n"}),
    Situation("working days outside the United Kingdom", f"due p.toml a.csv -o due.ics --working-days {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "other"')), "a.csv": "id\nA-1\n"}),
    Situation("a calendar of a programme without a name", f"due p.toml a.csv -o due.ics {DAY}", {
        "p.toml": substance(('name = "Peer mentoring in community drug and alcohol services"', "")),
        "a.csv": "id\nA-1\n"}),
    Situation("a calendar in the place of another file", f"due p.toml a.csv -o due.ics {DAY}", {
        **OURS, "a.csv": "id\nA-1\n", "due.ics": "a letter"}),
    Situation("a calendar in the place of another programme's", f"due p.toml a.csv -o due.ics {DAY}", {
        **OURS, "a.csv": "id\nA-1\n", "due.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n"}),
    Situation("a calendar in the place of a file that is too large", f"due p.toml a.csv -o due.ics {DAY}", {
        **OURS, "a.csv": "id\nA-1\n", "due.ics": "BEGIN:VCALENDAR\n"},
        given=set_to("mentorkit.cli.due:_MOST_BYTES_OF_CALENDAR", 10)),
    Situation("somebody away where there is no network", f"due p.toml a.csv --away x {DAY}", {
        "p.toml": substance()[: substance().index("[network]")]}),
    Situation("a supervisor who is misspelt", f"due p.toml a.csv {DAY}", {**OURS, "a.csv":
              "id,supervisor,supervised_on\nM-1,cordinator,2026-11-20\nM-2,cordinator,2026-11-20\n"
              "M-3,coordinator,2026-11-20\nM-4,cordinator,2026-11-20\n"}),

    Situation("measures in no file", "outcomes p.toml", OURS),
    _measured("measures of a design that measures nothing", "", (substance()[substance().index("measures = [\n"):]
              .partition("\n]\n")[0] + "\n]\n", "")),
    _measured("measures of a design that has one twice", "", ('{ name = "hope", of', '{ name = "empowerment", of')),
    _measured("measures that cannot be read", "S-01,mentee,hop,start,3,,\nS-01,mentor,hope,start,3,,\n"
              "S-01,mentee,hope,begin,3,,\nS-01,mentee,hope,follow-up after 3 weeks,3,,\nS-01,,hope,start,3,,\n"
              "S-02,mentee,hope,,3,,yes\nS-02,mentee,,exit,3,,no\nS-02,mentee,treatment completion,start,1,,\n"
              "S-03,mentee,hope,start,3,2026-05-01,\nS-03,mentee,hope,start,4,,\nS-03,mentee,hope,exit,4,2026-04-01,\n"
              "S-04,mentee,recovery capital,start,61,,\nS-04,mentee,recovery capital,exit,a lot,,\n"
              "S-05,friend,hope,exit,4,,\nS-05,mentee,shoe size,exit,4,,\nS-06,mentee,hope,exit,4,,perhaps\n"
              "S-07,mentee,hope,start,4,2026-05-01,\nS-07,mentee,hope,exit,5,2026-05-01,\ns-02,mentee,hope,exit,4,,\n"
              "S-08,mentee,hope,start,4,2026-12-01,\nS-09,mentee,hope,exit,4,2026-05-01,\n"
              "S-09,mentee,empowerment,follow-up after 6 months,4,2026-05-01,\n",
              ('"empowerment", of = ["mentee"], at = ["start"', '"empowerment", of = ["mentee"], at = ["follow-up"'),
              command=" --on 2026-11-25"),
    _measured("measures of ids that look alike", "S-01,mentee,hope,start,3,,\nS-1,mentee,hope,start,3,,\n"),
    _measured("measures of one person by two spellings", "S-01,mentee,hope,start,3,,\ns-01,mentee,hope,exit,3,,\n"),
    _measured("measures of yes and no with another number", "".join(
        f"S-{n},mentee,treatment completion,exit,{n % 2 if n else 2},,\n" for n in range(5))),
    _measured("measures of people who all left early", "".join(f"S-{n},mentee,hope,start,4,,yes\n" for n in range(6)),
              ("includes_leavers = true", "includes_leavers = false")),
    _measured("measures with a column too many", "", command=" --format html"),
    Situation("measures in JSON of the wrong kind", "outcomes p.toml m.jsonl", {**OURS, "m.jsonl":
              '{"id": "S-01", "party": "mentee", "measure": "hope", "at": "start", "value": "3", "left": "no"}\n'}),
    Situation("measures with a column that is none", "outcomes p.toml m.csv", {**OURS, "m.csv": "id,party,scor\n"}),
    Situation("a picture of outcomes without the package for it", "outcomes p.toml m.csv -o m.svg",
              {**OURS, "m.csv": _MEASURES}, given=failing(
                  "mentorkit.outcomes.change.check_statistics", NoStatisticsError())),
]
