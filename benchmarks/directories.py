"""A directory of services of any size, for measuring: seeded, in the shape of a full service of HSDS 3.0."""

import json
from random import Random
from typing import Any
from uuid import UUID

_WHAT = ("Housing advice", "Debt advice", "Counselling", "Recovery group", "Work club", "Food bank", "Family support")
_WHERE = ("Northtown", "Southtown", "Westport", "Eastham Vale", "Middle Green", "Riverside", "Hilltop")
_DAYS = ("MO,TU,WE,TH,FR", "MO,WE", "SA,SU", "TU", "MO,TU,WE,TH,FR,SA,SU")
_TEXT = "A place to come to, to talk, and to be helped with letters, forms, appointments and what comes next."


def directory(count: int, seed: int) -> bytes:
    """A list of services as JSON; the same count and seed make the same bytes."""
    random = Random(seed)  # noqa: S311 - services are no secrets
    return json.dumps([_service(random, number) for number in range(count)], indent=1).encode()


def _service(random: Random, number: int) -> dict[str, Any]:
    def key() -> str:
        return str(UUID(int=random.getrandbits(128), version=4))

    what, where = random.choice(_WHAT), random.choice(_WHERE)
    service: dict[str, Any] = {
        "id": key(),
        "name": f"{what} {where} {number}",
        "description": f"{what} in {where}. {_TEXT * random.randint(1, 6)}",
        "url": f"https://directory.example/{number}",
        "email": f"desk{number}@directory.example",
        "status": random.choices(("active", "inactive", "defunct"), (18, 1, 1))[0],
        "last_modified": "2026-03-15T10:30:45.123Z",
        "organization": {"id": key(), "name": f"The {where} trust", "description": _TEXT},
        "phones": [{"id": key(), "number": f"01632 960{number % 1000:03}", "type": "voice"}],
        "schedules": [
            {
                "id": key(),
                "freq": random.choice(("WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY")),
                "byday": random.choice(_DAYS),
                "opens_at": f"{opens:02}:00",
                "closes_at": f"{opens + 3:02}:00",
                "description": "As on the door",
            }
            for opens in range(9, 9 + 3 * random.randint(0, 3), 4)
        ],
        "service_areas": [{"id": key(), "name": where, "extent_type": "text"}],
        "service_at_locations": [
            {
                "id": key(),
                "location": {
                    "id": key(),
                    "location_type": "physical",
                    "name": f"{where} centre",
                    "latitude": 50 + random.random(),
                    "longitude": random.random(),
                    "addresses": [{"id": key(), "address_1": "1 High Street", "city": where, "country": "GB"}],
                },
            }
        ],
        "contacts": [{"id": key(), "title": "Reception", "phones": [{"id": key(), "number": "01632 960999"}]}],
        "attributes": [
            {
                "id": key(),
                "taxonomy_term": {"id": key(), "code": f"T{n}", "name": random.choice(_WHAT), "description": ""},
            }
            for n in range(3)
        ],
        "cost_options": [{"id": key(), "option": "everybody", "amount": 0, "currency": "gbp"}],
        "languages": [{"id": key(), "name": "English", "code": "en"}],
    }
    if random.random() < 0.6:
        service |= {"minimum_age": random.choice((0, 16, 18)), "assured_date": f"2026-{random.randint(1, 9):02}-01"}
    return service
