"""Ways of support: what is not offered, what a way does not have, and records that could be about several."""

from .designs import DAY
from .situation import Situation

_PEOPLE = "id\nA-1\n"


def _offering(title: str, ways: str, command: str) -> Situation:
    design = f'format = 2\n\n[programme]\nname = "Made up"\nsectors = ["substance"]\nways = [{ways}]\n'
    return Situation(title, f"{command} {DAY}", {"p.toml": design, "a.csv": _PEOPLE})


SITUATIONS = [
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
    _offering("records that could be about two ways", '"pair", "mutual aid"', "decide screening p.toml a.csv"),
]
