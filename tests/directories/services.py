"""Services for tests, in the shape of the standard.

The shape is that of HSDS 3.0 (github.com/openreferral/specification, schema/service.json and, for pages, `Page` of
schema/openapi.json) with what the profile for the United Kingdom (github.com/OpenReferralUK/uk-profile) leaves of it.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorkit.directories.entry import DirectoryEntry, ServiceReader, UnreadValue
from mentorkit.directories.reading import read_directory

ON = date(2026, 11, 22)
KEY = "ac0c2a2e-0000-4000-8000-000000000001"


def service(**changes: Any) -> dict[str, Any]:
    """A service that says everything; a change to None leaves the key out."""
    made: dict[str, Any] = {
        "id": KEY,
        "name": "Housing Advice",
        "description": "Help to find a home",
        "url": "https://directory.example/housing",
        "email": "desk@directory.example",
        "status": "active",
        "minimum_age": 18,
        "maximum_age": 65,
        "assured_date": "2026-09-01",
        "assurer_email": "assurer@directory.example",
        "organization": {"id": "o", "name": "The Council", "description": "Made up"},
        "phones": [{"id": "p", "number": "01632 960001", "type": "voice"}],
        "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}],
        "service_areas": [{"id": "a", "name": "Exampleton"}],
        "attributes": [{"id": "t", "taxonomy_term": {"id": "h", "code": "T10", "name": "Housing advice"}}],
        **changes,
    }
    return {name: value for name, value in made.items() if value is not None}


def page(*services: Any, number: int = 1, pages: int = 1, items: int | None = None) -> dict[str, Any]:
    """A page of a list, as GET /services answers."""
    return {
        "total_items": len(services) if items is None else items,
        "total_pages": pages,
        "page_number": number,
        "size": len(services),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not services,
        "contents": list(services),
    }


def read(files: Mapping[str, Any], on: date = ON) -> tuple[list[DirectoryEntry], list[UnreadValue]]:
    """The services of some files, and what could not be read; what is not bytes is written as JSON."""
    reader = ServiceReader(on)
    contents = {
        name: content if isinstance(content, bytes) else json.dumps(content).encode() for name, content in files.items()
    }
    entries = list(read_directory({name: (lambda name=name: contents[name]) for name in contents}, reader))  # type: ignore[misc]
    return entries, reader.unread


def told(files: Mapping[str, Any]) -> list[str]:
    """What is said of what could not be read."""
    return [str(unread) for unread in read(files)[1]]


def one(data: Any, on: date = ON) -> DirectoryEntry:
    """The only service of a file."""
    (entry,) = read({"service.json": data}, on)[0]
    return entry
