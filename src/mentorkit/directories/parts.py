"""What stands inside services under an id of its own, such as their organisation: where two records of one id differ.

The same organisation, contact or schedule may stand in many services. Where it says one thing here and another there,
nobody can tell which is right, so neither is taken over.
"""

from collections.abc import Iterator, Mapping
from typing import Any

PartKey = tuple[str, str]
"""What a part of services is called, and its id."""

_TAKEN_OVER = {
    "organisation": ("name",),
    "schedule": (
        "valid_from", "valid_to", "dtstart", "until", "count", "freq", "interval", "byday", "byweekno", "bymonthday",
        "byyearday", "opens_at", "closes_at",
    ),
    "contact": ("name",),
    "telephone": ("number", "extension", "type"),
    "area": ("name",),
}  # fmt: skip
"""What a member takes over of each, by what it is called."""


class DifferingParts:
    """The parts of services that say different things under one id.

    Attributes:
        keys: theirs, in the order in which they were found.
    """

    def __init__(self) -> None:
        self.keys: dict[PartKey, None] = {}
        self._said: dict[PartKey, dict[str, Any]] = {}

    def of(self, service: Mapping[str, Any], organisation: Mapping[str, Any] | None) -> dict[str, list[PartKey]]:
        """Notes the parts of a service, and says from which of them each key of the member may come."""
        found: dict[str, list[PartKey]] = {}
        for name, kind, part in _parts(service, organisation):
            own_id = part.get("id")
            if isinstance(own_id, str) and own_id:
                found.setdefault(name, []).append((kind, own_id))
                self._note((kind, own_id), part)
        return found

    def _note(self, key: PartKey, part: Mapping[str, Any]) -> None:
        said = self._said.setdefault(key, {})
        for name in _TAKEN_OVER[key[0]]:
            value = part.get(name)
            if value not in (None, "") and said.setdefault(name, value) != value:
                self.keys[key] = None


def _parts(
    service: Mapping[str, Any], organisation: Mapping[str, Any] | None
) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The parts of a service, each with the key of the member and what it is called."""
    owner = service.get("organization") or organisation
    if isinstance(owner, dict):
        yield "organisation", "organisation", owner
    for area in _each(service, "service_areas"):
        yield "areas", "area", area
    for place in (service, *_each(service, "service_at_locations")):
        for schedule in _each(place, "schedules"):
            yield "hours", "schedule", schedule
        for desk in _each(place, "contacts"):
            yield "contact", "contact", desk
            for phone in _each(desk, "phones"):
                yield "contact", "telephone", phone
        for phone in _each(place, "phones"):
            yield "contact", "telephone", phone


def _each(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    items = data.get(name)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
