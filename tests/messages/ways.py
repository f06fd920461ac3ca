"""Ways of support: what is not offered, what a way does not have, and records that could be about several."""

from .designs import DAY
from .situation import Situation

_PEOPLE = "id\nA-1\n"


def _offering(title: str, ways: str, command: str) -> Situation:
    design = f'format = 2\n\n[programme]\nname = "Made up"\nsectors = ["substance"]\nways = [{ways}]\n'
    return Situation(title, f"{command} {DAY}", {"p.toml": design, "a.csv": _PEOPLE})


_CONTRADICTORY = """format = 2

[programme]
sectors = []
ways = ["group sessions", "online", "online"]

[for_whom]
ages = { from = 16, to = 25 }

[role]
works_with = ["adults"]

[group_sessions]
smallest = { from = 3, to = 9 }
largest = 4

[on_call]
hours = "24/7"

[online]
moderated_by = []
moderated_hours = "24/7"

[network]
youngest = 18
"""
_WHO_AND_WHERE = """format = 2

[programme]
sectors = ["probation", "schools"]
ways = ["pair"]
nation = "england"
settings = ["school"]

[programme.probation]
schemes = ["listeners"]

[for_whom]
ages = { from = 11, to = 13 }

[role]
youngest = 60
paid = "unpaid"
works_with = ["children"]

[[staff]]
id = "lead"
role = "teacher"
paid = false

[[staff]]
id = "lead"
role = "head"

[recruitment]
shares_with_mentees = ["age group"]

[matching]
preferences = [{ what = "age", kind = "near", difference = 5, required = true }]

[matching.schools]
year_gap = 2
audience_year_gap = { at_least = 60 }

[supervision]
led_by = "clinician"

[network]
areas = ["Glasgow"]

[[network.members]]
id = "mentor"
part = "mentor"
paid = true

[[network.members]]
id = "lead"
part = "programme"
paid = true
clinical = false

[[network.links]]
from = "lead"
to = "mentor"
kind = "supervises"

[file]
complete = ["programme.settings"]
"""
_SENSELESS = """format = 2

[programme]
sectors = []
ways = ["on call", "online"]
settings = [{ is = "other", called = "Custody" }]

[training]
topics = [{ is = "other", called = "diversty" }]

[on_call]
least_on_duty = 0
answers_within = "90 days"

[online]
moderated_by = ["nobody"]
"""

_SHARED = 'format = 2\n\n[programme]\nname = "Made up"\nsectors = []\nways = ["drop-in"]\n'

SITUATIONS = [
    Situation(
        "a stage at which no rule asks anything",
        f"decide graduation p.toml a.csv {DAY}",
        {"p.toml": _SHARED, "a.csv": _PEOPLE},
    ),
    Situation(
        "an empty sheet of a stage at which nothing is asked", "facts p.toml --template graduation", {"p.toml": _SHARED}
    ),
    _offering("a stage that the way of support does not have", '"mutual aid"', "decide screening p.toml a.csv"),
    _offering("a stage at which another command tells", '"drop-in"', "decide matching p.toml a.csv"),
    _offering(
        "an empty sheet of a stage that the way of support does not have",
        '"mutual aid"',
        "facts p.toml --template supervision",
    ),
    _offering(
        "an empty sheet of a stage at which another command tells", '"on call"', "facts p.toml --template outcomes"
    ),
    _offering("facts of a fellowship", '"mutual aid"', "facts p.toml"),
    Situation(
        "a first file from a template of another way of support",
        f"init p.toml --sector substance --setting community --nation england --name P --from template "
        f"--way online {DAY}",
    ),
    _offering("a way of support that is not offered", '"pair"', 'decide screening p.toml a.csv --way "on call"'),
    Situation("a file that contradicts itself", f"validate --more p.toml {DAY}", {"p.toml": _CONTRADICTORY}),
    Situation(
        "a file that contradicts itself on people and places", f"validate p.toml {DAY}", {"p.toml": _WHO_AND_WHERE}
    ),
    Situation(
        "values that make no sense, and some that hardly do",
        f"validate --more p.toml {DAY}",
        {"p.toml": _SENSELESS},
    ),
    _offering("records that could be about two ways", '"pair", "drop-in"', "decide graduation p.toml a.csv"),
]
