"""Incidents: designs whose steps cannot be used, sheets in which a time cannot be, and moments that are none."""

from .situation import Situation

_DESIGN = """\
format = 2
[programme]
name = "North"
sectors = []
nation = "england"
ways = ["incident"]
[incidents]
steps = [{ what = "first meeting", within = "72 hours" }, { what = "second meeting" }]
oldest = "1 month"
"""
_HEAD = "id,person,happened_at,part_of_it,practitioner,first_meeting_at,second_meeting_at\n"
_ROWS = (
    "I-1,P-1,2026-11-20 10:00,none,T-1,2026-11-20 09:00,\n"
    "I-2,P-1,2026-10-01 10:00,none,T-1,,\n"
    "I-3,P-2,2026-11-21 10:00,T-1,T-1,,\n"
    "I-4,P-2,2026-11-21 10:00,,T-1,,2026-11-21 11:00\n"
    "I-5,P-3,,none,T-1,2026-11-21 11:00,\n"
    "I-6,P-3,2026-11-21 10:00+25:00,none,T-1,24:00,2026-10-25 01:30\n"
    "I-7,P-3,2026-03-29 01:30,none,T-1,2026-11-21 24:10,2026-11-21\n"
)
_WHO = (
    "id,person,happened_at,part_of_it,vetoes,practitioner,first_meeting_at,second_meeting_at\n"
    "I-1,P-1,2026-11-21 10:00,T-1,,T-1; T-2,,2026-11-21 12:00\n"
    "I-2,P-1,2026-11-21 10:00,none,T-3,T-3,,2026-11-21 12:00\n"
    "I-3,P-2,2026-11-21 10:00,none,,none,,2026-11-21 12:00\n"
    "I-4,,2026-11-21 10:00,,,T-4; T-5,,2026-11-21 12:00\n"
    "I-5,P-3; P-4,2026-11-21 10:00,none,,T-4,,2026-11-21 12:00\n"
    "I-6,P-6,2026-11-21 10:00,T-04,,T-4,,2026-11-21 12:00\n"
)
_AT = '--on "2026-11-22 09:30"'


def _due(title: str, *edits: tuple[str, str], rows: str = _ROWS, command: str = f"due p.toml i.csv {_AT}") -> Situation:
    design = _DESIGN
    for old, new in edits:
        assert old in design
        design = design.replace(old, new)
    return Situation(title, command, {"p.toml": design, "i.csv": rows if rows.startswith("id") else _HEAD + rows})


_STEPS = '{ what = "first meeting", within = "72 hours" }, { what = "second meeting" }'
_TAKEN = "I-1,P-1,2026-11-20 10:00,none,T-1,2026-11-21 09:00,\n"
# fmt: off
SITUATIONS = [
    _due("incidents of every kind"),
    _due("practitioners who cannot take the steps, and ids that look alike", rows=_WHO),
    _due("practitioners who were part of incidents, where the programme allows that",
         ('oldest = "1 month"\n', 'oldest = "1 month"\nnot_part_of_it = false\n'), rows=_WHO),
    _due("incidents of a programme that does not say how old they may be", ('oldest = "1 month"\n', ""),
         rows="I-1,P-1,2026-11-18 10:00,none,T-1,,\n"),
    _due("incidents without a column for a step", rows="id,happened_at\nI-1,2026-11-20 10:00\n"),
    _due("a sheet of incidents whose columns have other names", rows="id,who,when\nI-1,P-1,2026-11-20\n"),
    _due("incidents and another way of support", ('["incident"]', '["incident", "pair"]'),
         command=f"outcomes p.toml i.csv --way pair {_AT}"),
    _due("incidents of a programme of pairs", ('["incident"]', '["pair"]'), command=f"due p.toml i.csv {_AT}"),
    _due("incidents given to a command that has none", ('["incident"]', '["incident", "on call"]'),
         command="rota p.toml i.csv"),
    _due("steps with one name", (_STEPS, '{ what = "First meeting" }, { what = "first-meeting" }, { what = "!" }, '
                                         '{ what = "happened" }')),
    _due("a programme that states no steps", (f"steps = [{_STEPS}]\n", "")),
    _due("a step that does not say what is done", ('what = "first meeting", ', "")),
    _due("a time that is none", command="due p.toml i.csv --on 2026-11-22T24:30"),
    _due("a time that comes twice", command='due p.toml i.csv --on "2026-10-25 01:30"'),
    _due("a day in a programme of no nation", ('nation = "england"\n', ""), command="due p.toml i.csv --on 2026-11-22"),
    _due("a stage of practitioners for incidents", command=f"due p.toml i.csv --stage supervision {_AT}"),
    _due("working days and incidents", command=f"due p.toml i.csv --working-days {_AT}"),
    _due("intervals of steps", command=f"outcomes p.toml i.csv --intervals {_AT}"),
    _due("whether steps were taken, of half a sheet", command=f"outcomes p.toml i.csv {_AT}"),
    _due("whether steps were taken", rows=_TAKEN, command=f"outcomes p.toml i.csv {_AT}"),
    _due("a picture of steps", rows=_TAKEN, command=f"outcomes p.toml i.csv {_AT} -o steps.svg"),
]
