"""Sheets of mentors and mentees made up for benchmarks: seeded, of any number, for the complete programme of schools.

A mentee needs a mentor of the same area and with a time in common, so that some seventy mentors are looked at for each;
the rules of the sector, which want the mentor to be two years older, leave about fifty.
"""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

PROGRAMME = Path(__file__).parents[1] / "examples" / "schools" / "cross_age.toml"
AREA = 300
"""Mentees and mentors of one area."""

MENTORS = 0.4
"""The part of all people who are mentors."""

_TIMES = ("Monday lunch", "Tuesday lunch", "Wednesday lunch", "Thursday lunch", "Friday lunch", "after school")
_INTERESTS = (
    "chess", "cooking", "films", "fishing", "football", "gardening", "music", "reading", "running", "swimming",
)  # fmt: skip
_MATCHING = """\
objective = "most people, then best fit, then worst pair lifted"
preferences = [
  { what = "area", kind = "same", required = true },
  { what = "times", kind = "overlap", required = true, weight = 2 },
  { what = "interests", kind = "overlap", weight = 5 },
  { what = "joined", kind = "near", within = "1 year", weight = 10 },
  { what = "gender", kind = "prefer", weight = 20, why = "some speak only to somebody they choose" },
]
exclusions = [{ what = "family", kind = "same" }]
"""


def write(folder: Path, people: int, *, short: bool = False, seed: int = 1) -> tuple[Path, Path, Path]:
    """Writes a programme and its two sheets.

    Args:
        folder: a new one.
        people: how many in all.
        short: whether there are places for two mentees in three, and not for more than there are.
        seed: of the chance.
    """
    folder.mkdir(parents=True)
    random = Random(seed)  # noqa: S311 - made-up people are no secrets
    mentors = round(people * MENTORS)
    areas = max(1, people // AREA)
    start = date(2024, 9, 1)

    def some(entries: tuple[str, ...], most: int) -> str:
        return "; ".join(random.sample(entries, random.randint(1, most)))

    def common() -> list[str]:
        joined = str(start + timedelta(days=random.randrange(800)))
        family = random.choice(("none", "none", "none", f"family {random.randrange(areas * 20)}"))
        return [f"area {random.randrange(areas)}", joined, family, some(_INTERESTS, 4), some(_TIMES, 3)]

    mentor_rows = [
        [
            f"M-{number:06}",
            *common(),
            random.choice(("girl", "boy")),
            str(random.randint(9, 13)),
            "1" if short else random.choice("123"),
        ]
        for number in range(mentors)
    ]
    mentee_rows = [
        [
            f"C-{number:06}",
            *common(),
            random.choice(("girl", "boy", "any", "any")),
            str(random.randint(7, 9)),
            "yes" if random.random() < 0.97 else "",
            random.choice(("no", "no", "no", "yes")),
            random.choice(("no", "yes")),
            f"M-{random.randrange(mentors):06}" if random.random() < 0.05 else "",
        ]
        for number in range(people - mentors)
    ]
    shared = ("area", "joined", "family", "interests", "times")
    files = (folder / "programme.toml", folder / "mentors.csv", folder / "mentees.csv")
    files[0].write_text(_programme(shared), encoding="utf-8")
    own = ["gender", "school_year"]
    _sheet(files[1], ["id", *(f"mentor_{name}" for name in (*shared, *own)), "capacity"], mentor_rows)
    own = ["prefers_gender", "school_year", "agrees_to_match", "may_end_early", "extra_support_agreed", "vetoes"]
    _sheet(files[2], ["id", *(f"mentee_{name}" for name in (*shared, *own))], mentee_rows)
    return files


def _programme(shared: tuple[str, ...]) -> str:
    """The example, with people matched in their own area."""
    text = PROGRAMME.read_text(encoding="utf-8")
    names = [*(f"{side}_{name}" for side in ("mentor", "mentee") for name in shared)]
    names += ["mentor_gender", "mentee_prefers_gender"]
    asked = "".join(f'  "{name}",\n' for name in names if f'"{name}"' not in text)
    text = text.replace('  "mentee_agrees_to_match",\n', f'  "mentee_agrees_to_match",\n{asked}')
    before, _, rest = text.partition("objective = ")
    return before + _MATCHING + rest.partition("\nexclusions = ")[2].partition("\n")[2]


def _sheet(file: Path, header: list[str], rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([header, *rows])
