"""Rotas and contacts: what in a design or a sheet keeps them from being judged."""

from .situation import Situation

_DESIGN = """format = 2

[programme]
name = "Night line"
sectors = []
ways = {ways}
{nation}
[on_call]
hours = "24/7"
least_on_duty = 2
answers_within = "30 minutes"

[drop_in]
hours = "Monday to Friday 10:00 to 16:00"
least_on_duty = 1

[online]
moderated_hours = "every day 08:00 to 23:00"
"""
_ON_CALL = _DESIGN.format(ways='["on call"]', nation='nation = "england"\n')
_ABROAD = _DESIGN.format(ways='["on call"]', nation="")
_BOTH = _DESIGN.format(ways='["on call", "drop-in"]', nation='nation = "england"\n')
_ONLINE = _DESIGN.format(ways='["online", "pair"]', nation='nation = "england"\n')
_PAIRS = _DESIGN.format(ways='["pair"]', nation='nation = "england"\n')
_SHIFTS = "id,starts_at,ends_at,on_duty\n"
_CONTACTS = "id,asked_at,answered_at,answered_by\n"
_GOOD = (
    _SHIFTS + "S-1,2026-11-28 00:00,2026-11-28 22:00,P-1; P-2\nS-2,2026-11-28 20:00,2026-11-28 23:00,P-01; P-3; P-01\n"
)
_ROTA = "rota p.toml s.csv"
_NOW = "--on 2026-11-30T16:00"
_ANSWERS = f"outcomes p.toml c.csv {_NOW}"


def _rota(title: str, design: str, shifts: str, command: str = _ROTA, **more: str) -> Situation:
    return Situation(
        title, command, {"p.toml": design, "s.csv": shifts, **{f"{name}.csv": text for name, text in more.items()}}
    )


def _answers(title: str, design: str, contacts: str, command: str = _ANSWERS) -> Situation:
    return Situation(title, command, {"p.toml": design, "c.csv": contacts})


SITUATIONS = [
    _rota("A rota with a gap, and ids that look alike", _ON_CALL, _GOOD),
    _rota(
        "A rota with somebody who is not in the sheet of people",
        _ON_CALL,
        _GOOD,
        f"{_ROTA} --people people.csv",
        people="id\nP-2\nP-3\n",
    ),
    _rota(
        "A rota of a design that promises a range",
        _ON_CALL.replace("least_on_duty = 2", "least_on_duty = { from = 1, to = 2 }"),
        _GOOD,
    ),
    _rota(
        "A rota with cells that cannot be read",
        _ON_CALL,
        _SHIFTS
        + "S-1,2026-11-28 22:00,2026-11-28 06:00,P-1\nS-2,2026-11-28 22:00,2026-11-28 22:00,P-1\n"
        + "S-3,,2026-11-28 22:00,P-1\n"
        + 'S-4,1826-11-28 22:00,2026-11-28 22:00,P-1\nS-5,2026-10-25 01:30,2026-10-25 09:00,"P-1, P-2"\n'
        + "S-6,2026-11-01 22:00,2026-11-18 22:00,P-1\n",
    ),
    _rota(
        "A rota with two shifts whose ids look alike",
        _ON_CALL,
        _SHIFTS + "S-1,2026-11-28 00:00,2026-11-29 00:00,P-1; P-2\nS-01,2026-11-28 10:00,2026-11-28 11:00,P-3\n",
    ),
    _rota("A rota with a column of its own", _ON_CALL, "id,starts_at,ends_at,on_duty,room\nS-1,,,,\n"),
    _rota("A rota without shifts", _ON_CALL, _SHIFTS),
    _rota("A rota over more than two years", _ON_CALL, _GOOD + "S-3,2036-11-28 20:00,2036-11-28 22:00,P-3\n"),
    _rota("A period that ends before it begins", _ON_CALL, _GOOD, f"{_ROTA} --from 2026-11-28 --to 2026-11-27"),
    _rota("A period that begins at no day", _ON_CALL, _GOOD, f"{_ROTA} --from monday"),
    _rota("A period that begins in a year that is not meant", _ON_CALL, _GOOD, f"{_ROTA} --from 0026-11-28"),
    _rota("A period that begins at a time that comes twice", _ON_CALL, _GOOD, f"{_ROTA} --from 2026-10-25T01:30"),
    _rota("Both sheets of a rota on standard input", _ON_CALL, _GOOD, "rota p.toml - --people -"),
    _rota("A rota of a programme that has none", _PAIRS, _GOOD),
    _rota("A rota of a programme that has two", _BOTH, _GOOD),
    _rota("A rota of a way that the programme does not offer", _BOTH, _GOOD, f"{_ROTA} --way online"),
    _rota("A rota of a way that has none", _BOTH, _GOOD, f"{_ROTA} --way pair"),
    _rota("A rota of a programme that states no nation", _ABROAD, _GOOD),
    _rota("A rota outside the United Kingdom", _ON_CALL.replace("england", "other"), _GOOD.replace(":00,", ":00Z,")),
    _rota("A rota where it is not stated how many are on duty", _ONLINE, _GOOD, f"{_ROTA} --way online"),
    _rota(
        "A rota where the number of people on duty is a rough figure",
        _ON_CALL.replace("least_on_duty = 2", "least_on_duty = { about = 2 }"),
        _GOOD,
    ),
    _rota(
        "An empty sheet of shifts for a programme that has two rotas", _BOTH, _GOOD, "facts p.toml --template shifts"
    ),
    _answers(
        "Contacts that cannot be",
        _ON_CALL,
        _CONTACTS
        + "K-1,2026-11-28 22:00,2026-11-28 21:59,P-1\nK-2,,,\nK-3,2026-11-30 16:01,,\nK-4,1826-11-28 22:00,,\n"
        + "K-5,2026-11-30 15:00,2026-11-30 16:01,P-1\nK-6,2026-11-30 15:50,,P-1\n"
        + "K-7,2026-11-30 15:00,2026-11-30 15:01,none\n",
    ),
    _answers(
        "A contact of which it is not known who answered",
        _ON_CALL,
        _CONTACTS + "K-1,2026-11-30 15:50,2026-11-30 15:51,\nK-2,2026-11-30 15:55,,none\n",
    ),
    _answers(
        "Contacts whose ids look alike, and people who answered them",
        _ON_CALL,
        _CONTACTS + "K-1,2026-11-30 15:30,2026-11-30 15:31,P-1\nK-01,2026-11-30 15:30,2026-11-30 15:31,P-01\n",
    ),
    _answers("Contacts without a column for answers", _ON_CALL, "id,asked_at\nK-1,2026-11-30 15:50\n"),
    _answers("Contacts with a column of their own", _ON_CALL, "id,asked_at,name\nK-1,2026-11-30 15:50,\n"),
    _answers("Contacts of a programme with two ways that have them", _BOTH, _CONTACTS),
    _answers(
        "Contacts where it is not stated how soon they are answered", _BOTH, _CONTACTS, f"{_ANSWERS} --way drop-in"
    ),
    _answers(
        "Contacts that may wait for years of moderated hours",
        _ONLINE.replace('every day 08:00 to 23:00"', 'Monday 08:00 to 09:00"\nreports_answered_within = "105 hours"'),
        _CONTACTS,
        f"{_ANSWERS} --way online",
    ),
    _answers("A picture of contacts", _ON_CALL, _CONTACTS, f"{_ANSWERS} --format svg"),
    _answers("Intervals of contacts", _ON_CALL, _CONTACTS, f"{_ANSWERS} --intervals"),
]
