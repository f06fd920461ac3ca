"""Designs in which something cannot be read, waivers and baselines that do not count, files that cannot be changed."""

import json

from .situation import Situation, edited, programme, set_to, substance

DAY = "--on 2026-11-22"
_WAIVER = """
[[waivers]]
rule = "{rule}"
reason = "the course of the college is shorter"
agreed_by = "service manager"
until = {until}
"""
_ABOUT = (
    (
        'asked_until = "2026-11"',
        """asked_until = "autumn"
not_confirmed = ["programme.settings"]
confirmed = [{ at = "training.award.level", value = "9", agreed_by = "service manager" }, { value = "2 days" }]""",
    ),
    ("complete = [\n", 'complete = [\n  "programme.settngs", "programme.nation",\n'),
)
_UNCONFIRMED = {
    "p.toml": substance(
        ('meeting_length = "1 hour"', 'meeting_length = "2 days"'),
        ("\n[file]\n", '\n[file]\nnot_confirmed = ["training.length", "screening.criteria", "governance.turnover"]\n'),
    )
}
_LEAFLET = "[governance]\ndocuments = ['a leaflet']\n"
_TWO_WEEKS = ('abstinence = "3 months"', 'abstinence = "2 weeks"')
_SHORTER = ('length = "8 weeks"', 'length = "1 day"')
_NO_LENGTH = ('\nlength = "8 weeks"', "\n# no length")
_FEWER_TOPICS = (('  "safeguarding",\n', ""), ('  "interpersonal skills",\n', ""))
# fmt: off
_KINDS = (
    ('name = "Peer mentoring in community drug and alcohol services"', "name = 2026-11-22"),
    ('nation = "england"', 'nation = "englnd"'),
    ("mentors = 12 ", 'mentors = "twelve" '),
    ("mentees = 24 ", "mentees = 24.5 "),
    ("clinical = false", 'clinical = "no"'),
    ("youngest = 18", "youngest = -18"),
    ('kind = "mentor"', 'kind = ""'),
    ('title = "peer mentor"', 'title = " "'),
    ("paid = true\n", "paid = 1\n"),
    ('abstinence = "3 months"', 'abstinence = "a while"'),
    ('experience_within = "10 years"', 'experience_within = "200 years"'),
    ('refresher_every = "1 year"', "refresher_every = 1"),
    ("level = 2", "level = 99999999999999999999"),
    ('steps = ["application", "own word on lived experience", "interview", "risk screen"]', 'steps = "interview"'),
    ("mentees_per_mentor = 2", "mentees_per_mentor = [2]"),
    ('deputy = "on call"', 'deputy = ["on call", "999"]'),
    ('objective = "most people, then best fit, then worst pair lifted"', "objective = true"),
    ("assured_on = 2026-09-01", 'assured_on = "2026-09-01"'),
    ('expected = "1 per month"', 'expected = "now and then"'),
    ('capacity = "10 per month"', 'capacity = "plenty"'),
    ('contact_every = "2 weeks"', 'contact_every = "1-2 weeks"'),
    ('hours = "Every day 09:00 to 21:00"', 'hours = "most days"'),
    ('hours = "Monday to Friday 09:00 to 17:00"', 'hours = "Monday to Friday 09:00 to 24:30"'),
    ('hours = "Monday to Friday 09:00 to 17:00"', 'hours = "Mon to Fri 09:00 to 09:00"'),
    ('hours = "Monday to Friday 09:00 to 17:00"', 'hours = "Moonday to Friday 09:00 to 10:00"'),
    ('hours = "24/7"', 'hours = "09:00 till late"'),
    ('hours = "24/7"', 'hours = "Mon to Wed to Fri 09:00 to 10:00"'),
    ('risk_told_to = "safeguarding lead"', "risk_told_to = 09:00:00"),
    ('confidentiality = "limited"', "confidentiality = 2026-11-22T09:00:00"),
    ('route_from = "start of the match"', "route_from = { at = 1 }"),
)
_NAMES = (
    ("mentees_volunteer = true", "mentee_volunteers = true"),
    ("level = 2", "levle = 2"),
    ('abstinence = "3 months"', 'abstinance = "3 months"'),
    ("[progression.substance]", "[progression.substanc]"),
    ("[role]", '[role]\nlength = "8 weeks"\npaid_abstinence = "3 years"\nfavourite_colour = "green"'),
    ("[training]", '[extras]\nours = 1\n\n[training]\nabstinence = "3 months"'),
    ("[relationship.substance]", "[relationship.probation]\nplan = 1\n\n[role.substance]\na = 1\n\n"
                                 "[relationship.substance]"),
)
_LESS = (
    ("mentors = 12 ", "# "),
    ('every = "14 days"', 'every = "6 weeks"'),
    ('abstinence = "3 months"', 'abstinence = "40 hours"'),
    ('  "safeguarding",\n', ""),
    ('longest_term = "2 years"', 'longest_term = "200 hours"'),
    ('"selected_on", ', ""),
    ("mentees_volunteer = true", "mentees_volunteer = false"),
    ("exclusions = [", 'exclusions = [{ what = "interests", kind = "overlap" }, '),
)
_TABLES = programme(
    "\n[screening]\nsubstance = true\n\n[supervision]\nphases = { every = '2 weeks' }\n\n[training]\naward = 2\n"
    "\n[network]\nmembers = ['coordinator']\nlinks = [{ since = 'before release', until = 'some time before it' },"
    " { until = 'never' }]\n",
    sectors='["substance"]',
)
# fmt: on
_DEPENDS_ON_TWO = programme("""
[[network.needs]]
id = "debts"
risk = false
within = "1 week"
[[network.members]]
id = "mentee"
part = "mentee"
[[network.members]]
id = "mentor"
part = "mentor"
[[network.members]]
id = "adviser"
part = "programme"
meets = ["debts"]
[[network.links]]
from = "mentee"
to = "mentor"
kind = "refers"
for = ["debts"]
[[network.links]]
from = "mentor"
to = "adviser"
kind = "refers"
for = ["debts"]
""")
"""A design in which a need depends on two members, each alone."""


def _part(training: str = "", of: object = "service.toml") -> str:
    """A design that is part of another one."""
    about = f'sectors = ["substance"]\nways = ["pair"]\npart_of = {json.dumps(of)}'
    return f"format = 2\n\n[programme]\n{about}\n\n[training]\n{training}\n"


PART = _part()
_LARGER = (
    "format = 2\n\n[programme]\nsectors = ['substance']\nways = ['pair']\nnation = 'england'\n\n[training]\n"
    "length = '6 weeks'\ntopics = ['safeguarding']\nrefresher_every = 1\n"
)
"""The design of the larger service."""


def _waived(rule: str, until: str, *edits: tuple[str, str]) -> dict[str, str]:
    return {"p.toml": substance(*edits) + _WAIVER.format(rule=rule, until=until)}


def _first(line: str) -> dict[str, str]:
    """The design with a line before all tables."""
    return {"p.toml": substance(("format = 2\n", f"format = 2\n{line}\n"))}


def _waive(rule: str, file: str = "p.toml", until: str = "2027-03-31") -> str:
    return f'waive {rule} {file} --reason "it is shorter" --agreed-by "service manager" --until {until} {DAY}'


def _baseline(**changed: object) -> str:
    entry = {"path": "training.length", "rules": "SUB201", "severity": "warning", "message": "too short", "count": 1}
    return json.dumps({"version": 1, "file": "p.toml", "on": "2026-11-01", "findings": [entry], **changed})


OURS = {"p.toml": substance()}
_FULL = substance() + "#" * (999_900 - len(substance().encode())) + "\n"
# fmt: off
SITUATIONS = [
    Situation("values of the wrong kind", f"validate --more p.toml {DAY}", {"p.toml": substance(*_KINDS)}),
    Situation("values that are nearly right", f"validate --more p.toml {DAY}", {"p.toml": substance(
        ('capacity = "10 per month"', 'capacity = "1,000 per month"'),
        ('hours = "24/7"', 'hours = "24/7 except bank holidays"'),
        ('"interview", "risk screen"', '{ is = "former interview", called = "Our chat" }, "risk screen"'),
        ('shortest = "12 months"', 'shortest = "1,000 hours"'),
        ('refresher_every = "1 year"', 'refresher_every = "9999999 days"'),
        ("mentees = 24 ", "mentees = { at_least = 99999999999 } "))}),
    Situation("names that nobody knows", f"validate --more p.toml {DAY}", {"p.toml": substance(*_NAMES)}),
    Situation("values where tables belong, and the other way round", f"validate p.toml --format concise {DAY}",
              {"p.toml": _TABLES}),
    Situation("what only a later format can say", f"validate --more p.toml {DAY}", {"p.toml": substance(
        ("format = 2", "format = 1"), ('nation = "england"', 'nation = "other"'),
        ("mentors = 12 ", "mentors = { about = 350 } "))}),
    Situation("keys of an earlier format", f"validate p.toml {DAY}", {
        "p.toml": substance(("[relationship] ", "[relationship]\npairs = true #"))}),
    Situation("ranges that are none", f"validate p.toml {DAY}", {"p.toml": substance(
        ("mentors = 12 ", "mentors = { from = 12 } "), ("mentees = 24 ", "mentees = { from = 24, to = 12 } "),
        ('shortest = "12 months"', 'shortest = { from = "40 hours", to = "12 months" }'),
        ('refresher_every = "1 year"', 'refresher_every = { about = "yearly" }'))}),
    Situation("ranges that are not settled", f"validate p.toml {DAY}", {"p.toml": substance(
        ('length = "8 weeks"', 'length = { about = "8 weeks" }'),
        ("mentees = 24 ", "mentees = { at_least = 24 } "),
        ('within = "1 hour"', 'within = { from = "30 minutes", to = "2 hours" }'),
        ('within = "15 minutes"', 'within = { from = "10 minutes", to = "30 minutes" }'))}),
    Situation("a comparison by a range", f"validate p.toml {DAY}", {"p.toml": substance(
        ('within = "3 years"', 'within = { from = "2 years", to = "3 years" }'))}),
    Situation("names in [file] of keys that there are not", f"validate --more p.toml {DAY}", {
        "p.toml": substance(*_ABOUT)}),
    Situation("a text that decides nothing, and a title of another nation", f"validate --more p.toml {DAY}", {
        "p.toml": programme('nation = "wales"\n[[network.members]]\nid = "lead"\ncontact = "TBC"\n'
                            'title = "Designated safeguarding lead"\n').replace("community", "school")}),
    Situation("values that nobody has confirmed", f"validate p.toml {DAY}", _UNCONFIRMED),
    Situation("values to confirm", f"confirm p.toml {DAY}", _UNCONFIRMED),
    Situation("values that are confirmed", f"confirm p.toml training.length --all screening {DAY}", _UNCONFIRMED),
    Situation("a key that is not to be confirmed", f"confirm p.toml training.lenght {DAY}", _UNCONFIRMED),
    Situation("a file that cannot take a confirmation", f"confirm p.toml relationship.meeting_length {DAY}", {
        "p.toml": _UNCONFIRMED["p.toml"].replace("[file]\n", "[file]\nconfirmed = [ # none\n]\n")}),
    Situation("standard input, to confirm in", f"confirm - {DAY}"),
    Situation("a design that says less than it has to", f"validate p.toml --show fixes {DAY}",
              {"p.toml": substance(*_LESS)}),
    Situation("a part, and what is found in the file of its larger service", f"validate --more p.toml {DAY}", {
        "p.toml": edited(_part("length = 12"), ('["substance"]', "[]")), "service.toml": _LARGER}),
    Situation("a part of a service whose file is not there", f"validate p.toml {DAY}", {
        "p.toml": _part(), "servise.toml": _LARGER}),
    Situation("a part of a service whose file is not TOML", f"validate p.toml {DAY}", {
        "p.toml": _part(), "service.toml": "format 2"}),
    Situation("a part of a service whose file names no sectors", f"validate p.toml {DAY}", {
        "p.toml": _part(), "service.toml": "format = 2\n"}),
    Situation("a part of itself", f"validate p.toml {DAY}", {"p.toml": _part(of="p.toml")}),
    Situation("parts of one another", f"validate p.toml {DAY}", {
        "p.toml": _part(), "service.toml": _part(of="p.toml")}),
    Situation("a part of a part, eleven times", f"validate 0.toml {DAY}", {
        f"{number}.toml": _part(of=f"{number + 1}.toml") for number in range(11)}),
    Situation("a part of itself through a link", f"validate p.toml {DAY}", {"p.toml": _part()},
              given=lambda _, folder: (folder / "service.toml").symlink_to("p.toml")),
    Situation("a part of what two folders have", f"validate p.toml {DAY}", {
        "p.toml": _part(of="a/../service.toml"), "b/c/q.toml": ""},
              given=lambda _, folder: (folder / "a").symlink_to("b/c")),
    Situation("a part of nothing that has a name", f"validate p.toml {DAY}", {"p.toml": _part(of=7)}),
    Situation("a part of what is on the web", f"validate p.toml {DAY}", {"p.toml": _part(of="https://x.example/a.toml")}),
    Situation("a part of a file as Windows names it", f"validate p.toml {DAY}", {"p.toml": _part(of="..\\a.toml")}),
    Situation("a part of a file that is no programme", f"validate p.toml {DAY}", {"p.toml": _part(of="notes.txt")}),
    Situation("a part on standard input", f"validate - {DAY}", typed=_part()),
    Situation("a part in another nation", f"validate p.toml {DAY}", {
        "p.toml": _part().replace("[training]", "nation = 'wales'\n[training]"), "service.toml": _LARGER}),
    Situation("a part outside the United Kingdom", f"validate p.toml {DAY}", {
        "p.toml": _part().replace("[training]", "nation = 'other'\n[training]"), "service.toml": _LARGER}),
    Situation("a part in another sector", f"validate p.toml {DAY}", {
        "p.toml": _part(), "service.toml": _LARGER.replace("substance", "schools")}),
    Situation("a waiver that ended", f"validate p.toml {DAY}", _waived("SUB201", "2026-11-21", _SHORTER)),
    Situation("a waiver for a rule that nobody may set aside", f"validate p.toml {DAY}",
              _waived("STD701", "2027-01-01")),
    Situation("a waiver for a rule that is misspelt", f"validate p.toml {DAY}", _waived("SUB2O1", "2027-01-01")),
    Situation("a waiver for a check of the file itself", f"validate p.toml {DAY}",
              _waived("unknown-key", "2027-01-01")),
    Situation("a waiver that ends too late", f"validate p.toml {DAY}", _waived("SUB201", "2028-01-01", _SHORTER)),
    Situation("a waiver that was agreed on a day to come", f"validate p.toml {DAY}",
              _waived("SUB201", "2027-01-01\nagreed_on = 2026-12-01", _SHORTER)),
    Situation("a waiver that ended before it was agreed", f"validate p.toml {DAY}",
              _waived("SUB201", "2026-01-01\nagreed_on = 2026-11-01", _SHORTER)),
    Situation("a waiver that ends more than a year after it was agreed", f"validate p.toml {DAY}",
              _waived("SUB201", "2027-01-01\nagreed_on = 2025-11-01", _SHORTER)),
    Situation("a waiver that does not say what was agreed", f"validate p.toml --more {DAY}",
              _waived("SUB201", "2027-01-01", _SHORTER)),
    Situation("a waiver for people, with something found in the design", f"validate p.toml {DAY}",
              _waived("SUB101", "2027-01-01\nagreed_on = 2026-11-01", _TWO_WEEKS)),
    Situation("a waiver of what has changed since", f"validate p.toml {DAY}",
              _waived("SUB201", '2027-01-01\nagreed_on = 2026-11-01\nfound = "seven weeks"', _SHORTER)),
    Situation("a thing that is waived twice", f"validate p.toml --more {DAY}", {
        "p.toml": substance(_SHORTER) + 2 * _WAIVER.format(rule="SUB201", until="2027-01-01")}),
    Situation("a waiver that nobody responsible agreed to", f"validate p.toml {DAY}",
              {"p.toml": substance() + edited(_WAIVER, ("service manager", "volunteer"))
               .format(rule="SUB401", until="2027-01-01")}),
    Situation("a waiver of a rule that finds several things", f"validate p.toml {DAY}",
              _waived("SUB203", "2027-01-01", *_FEWER_TOPICS)),
    Situation("a waiver for another place", f"validate p.toml --more {DAY}",
              _waived("SUB201", '2027-01-01\nat = "training.lenght"', _SHORTER)),
    Situation("a waiver for what is not settled", f"validate p.toml --more {DAY}",
              _waived("SUB201", "2027-01-01", _NO_LENGTH)),
    Situation("a waiver for what is left open and falls short", f"validate p.toml --more {DAY}",
              _waived("SUB201", "2027-01-01\nleaves_open = true", _SHORTER)),
    Situation("a waiver for what became graver", f"validate p.toml --more {DAY}",
              _waived("SUB201", '2027-01-01\nseverity = "advice"', _SHORTER)),
    Situation("a waiver that nothing needs", f"validate p.toml --more {DAY}",
              _waived("SUB202", "2027-01-01")),
    Situation("a waiver without a reason and a day", f"validate p.toml {DAY}",
              {"p.toml": substance() + '\n[[waivers]]\nrule = "SUB201"\nagreed_by = "board"\n'}),
    Situation("a waiver with an empty reason", f"validate p.toml {DAY}",
              {"p.toml": substance() + edited(_WAIVER, ("the course of the college is shorter", " "))
               .format(rule="SUB201", until="2027-01-01")}),

    Situation("upgrading standard input", "upgrade -"),
    Situation("upgrading a file that lacks entries", f"upgrade p.toml {DAY}", {"p.toml": programme(_LEAFLET)}),
    Situation("upgrading a file whose lists are complete", f"upgrade p.toml --complete {DAY}", {
        "p.toml": programme(_LEAFLET)}),
    Situation("upgrading a file that is up to date", f"upgrade p.toml {DAY}", {
        "p.toml": edited(programme('[file]\nasked_until = "2026-11"\n'), ("format = 1", "format = 2"))}),
    Situation("upgrading files that cannot be read", f"upgrade p.toml q.toml {DAY}", {
        "p.toml": programme("[role]\nclincal = false\nyoungest = 'ten'\n")}),
    Situation("upgrading a file that takes no change", f"upgrade p.toml {DAY}", {"p.toml": programme()},
              given=set_to("mentorkit.toml.edits:line_end", lambda _: "\r")),
    Situation("waiving on standard input", _waive("SUB201", "-")),
    Situation("waiving a rule that nobody may set aside", _waive("STD701"), OURS),
    Situation("waiving a rule that is misspelt", _waive("SUB2O1"), OURS),
    Situation("waiving what is kept to", _waive("SUB202"), OURS),
    Situation("waiving what is waived", _waive("SUB201"), _waived("SUB201", "2027-01-01", _SHORTER)),
    Situation("waiving what was waived until it ended", _waive("SUB201"), _waived("SUB201", "2026-11-01", _SHORTER)),
    Situation("waiving what is not settled", _waive("SUB201"), {"p.toml": substance(_NO_LENGTH)}),
    Situation("waiving what falls short as left open", _waive("SUB201") + " --leaves-open", {
        "p.toml": substance(_SHORTER)}),
    Situation("waiving one of several things", _waive("SUB203"), {"p.toml": substance(*_FEWER_TOPICS)}),
    Situation("waiving one of several things of one need",
              _waive("STD707") + " --at network.needs.debts", {"p.toml": _DEPENDS_ON_TWO}),
    Situation("waiving one of several things at one place", _waive("STD702") + " --leaves-open", {
        "p.toml": programme("[[network.needs]]\n")}),
    Situation("waiving one of several things, and not as they are found",
              _waive("STD702") + " --leaves-open --found nothing", {"p.toml": programme("[[network.needs]]\n")}),
    Situation("waiving what is found elsewhere", _waive("SUB201") + " --at training.lenght", {
        "p.toml": substance(_SHORTER)}),
    Situation("waiving for longer than a year", _waive("SUB201", until="2028-01-01"), {"p.toml": substance(_SHORTER)}),
    Situation("waiving until a day that is past", _waive("SUB201", until="2026-03-31"), OURS),
    Situation("waiving until no day", _waive("SUB201", until="31/03/2027"), OURS),
    Situation("waiving without a reason", "waive SUB201 p.toml --agreed-by x --until 2027-01-01"),
    Situation("waiving with an empty reason", "waive SUB201 p.toml --reason ' ' --agreed-by x --until 2027-01-01"),
    Situation("waiving with a reason as old programs write it",
              "waive SUB201 p.toml --reason caf\udce9 --agreed-by x --until 2027-01-01"),
    Situation("waiving where waivers are a number", _waive("SUB101"), _first("waivers = 1")),
    Situation("waiving where the list of waivers is closed", _waive("SUB101"), _first("waivers = []")),
    Situation("waiving where waivers stand in one list", _waive("SUB101"),
              _first('waivers = [{ rule = "SUB102", reason = "x", agreed_by = "x", until = 2027-01-01 }]')),
    Situation("waiving where there is no room", _waive("SUB101"),
              {"p.toml": _FULL}),
    Situation("waiving in a file that may not be written", _waive("SUB101"), OURS,
              given=set_to("os.access", lambda *_: False)),

    Situation("a nation whose law no rule knows", f"validate p.toml --show fixes {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "other"'))}),
    Situation("a nation whose law rules know, stated as another", f"validate p.toml {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "other"\nnation_name = "England"'))}),
    Situation("another nation whose name is none", f"validate p.toml {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "other"\nnation_name = "other"'))}),
    Situation("two nations that contradict each other", f"validate p.toml {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "england"\nnation_name = "Canada"'))}),
    Situation("people judged where no rule knows the law", f"decide screening p.toml r.csv {DAY}",
              {"p.toml": substance(('nation = "england" ', 'nation = "other"\nnation_name = "Canada"')),
               "r.csv": "id\nA-1\n"}),
    Situation("a setting that rules do not know", f"validate p.toml --show fixes {DAY}",
              {"p.toml": substance(('settings = ["community"]', 'settings = [{ is = "other", called = "court" }]'),
                                   ('  "programme.settings",\n', ""))}),
    Situation("entries under names of one's own that cannot be read", f"validate p.toml {DAY}",
              {"p.toml": substance(('settings = ["community"]', 'settings = ["other", { is = "court" }]'),
                                   ('who = ["the person"]', 'who = [{ is = "famly", called = "parents" }]'),
                                   ('tasks = [', 'tasks = [{ is = "buddying", called = " " }, '),
                                   ('{ is = "matching procedure", owner', "{ owner"),
                                   ('{ is = "referral process", ', '{ is = "referral process", called = 3, '))}),
    Situation("a list that names none beside other entries", f"validate p.toml {DAY}",
              {"p.toml": substance(('groups = []', 'groups = ["none", "veterans"]'))}),

    Situation("a baseline of standard input", "baseline -"),
    Situation("a baseline of a file that is not there", "baseline p.toml"),
    Situation("a baseline in the place of another file", "baseline p.toml -o ours.json", {**OURS, "ours.json": "{}"}),
    Situation("a baseline of what nothing may hide", f"baseline p.toml {DAY}",
              {"p.toml": programme("lucky_number = 7\n")}),
    Situation("a baseline, and whether it is safe to start", "validate p.toml --for start --baseline b.json", OURS),
    Situation("a programme that says too little to be safe to start", f"validate p.toml --for start {DAY}", {
        "p.toml": programme()}),
    Situation("a baseline that is none", "validate p.toml --baseline b.json", {**OURS, "b.json": "[]"}),
    Situation("a baseline with a count that is no number", "validate p.toml --baseline b.json",
              {**OURS, "b.json": _baseline(findings=[{"path": 1, "rules": "", "severity": "", "message": "",
                                                      "count": 1}])}),
    Situation("a baseline with a day that is none", "validate p.toml --baseline b.json",
              {**OURS, "b.json": _baseline(file=7)}),
    Situation("a baseline of another release", "validate p.toml --baseline b.json",
              {**OURS, "b.json": _baseline(version=2)}),
    Situation("a baseline that is not there", "validate p.toml --baseline b.json", OURS),
    Situation("a baseline of another file", f"validate p.toml --baseline b.json {DAY}",
              {**OURS, "b.json": _baseline(file="q.toml")}),
    Situation("a baseline of what no longer occurs", f"validate p.toml --baseline b.json --more {DAY}",
              {**OURS, "b.json": _baseline()}),
]
