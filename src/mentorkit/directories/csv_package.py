"""The CSV data package of HSDS 3: one table a kind of thing, put together into services as JSON has them."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import attrs

from mentorkit.directories.entry import DirectoryEntry, ServiceReader, UnreadableFileError, UnreadValue
from mentorkit.directories.files import (
    MOST_DIRECTORY_BYTES,
    OLDER_EDITION,
    PACKAGE_FILE,
    SERVICES,
    Files,
    json_of,
    text_of,
)

_TABLES = {
    "service": SERVICES,
    "organization": "organizations.csv",
    "schedule": "schedules.csv",
    "phone": "phones.csv",
    "contact": "contacts.csv",
    "service_area": "service_areas.csv",
    "service_at_location": "service_at_location.csv",
    "attribute": "attributes.csv",
    "taxonomy_term": "taxonomy_terms.csv",
}
"""The tables that are read, with the names that the standard's own package gives them."""

_OLDER_TABLES = {
    "regular_schedule", "regular_schedules", "holiday_schedule", "holiday_schedules", "service_taxonomy",
    "services_taxonomy", "eligibility", "physical_address", "physical_addresses", "postal_address", "postal_addresses",
    "other_attributes", "service_attribute", "service_attributes", "services_at_location",
    "accessibility_for_disabilities", "payment_accepted", "payments_accepted", "link_taxonomy",
}  # fmt: skip
"""Tables that HSDS 1 and 2 and Open Referral UK 1 have, and version 3 does not have."""

_OLDER_COLUMNS = {
    SERVICES: {"location_id", "taxonomy_ids", "deliverable_type", "attending_type", "attending_access"},
    "phones.csv": {"language", "department"},
}
"""Columns that tables of these editions have, and version 3 does not have."""

_NUMBERS = ("minimum_age", "maximum_age", "extension")
_Row = dict[str, Any]
_Rows = Mapping[str, list[_Row]]


def read_packages(files: Files, reader: ServiceReader) -> Iterator[DirectoryEntry]:
    """Reads every service of the data packages in a folder.

    Args:
        files: of the packages; tables that are missing leave services without what would be in them.
        reader: keeps the day that counts, and what could not be read.
    """
    folders = {name.rpartition("/")[0] for name in files if name.rpartition("/")[2] in (PACKAGE_FILE, SERVICES)}
    for folder in sorted(folders):
        at = f"{folder}/" if folder else ""
        if _is_older(at, files):
            reader.unread.append(UnreadValue(folder or "the package", "", *OLDER_EDITION))
            continue
        yield from _Package(
            {table: at + name for table, name in _names(files, at, reader).items()}, files, reader
        ).read()


def _is_older(at: str, files: Files) -> bool:
    """Whether the package in a folder is of an edition before 3, by its version or the names of its tables."""
    names = {name.removeprefix(at).removesuffix(".csv") for name in files if name.startswith(at) and ".csv" in name}
    package = at + PACKAGE_FILE
    if package in files:
        try:
            data = json_of(package, text_of(package, files[package]))
        except UnreadableFileError:  # told where the tables are named
            data = None
        if isinstance(data, dict):
            if str(data.get("version", "")).startswith(("1.", "2.")):
                return True
            resources = data.get("resources")
            listed = resources if isinstance(resources, list) else []
            names |= {str(resource.get("name")) for resource in listed if isinstance(resource, dict)}
    return not _OLDER_TABLES.isdisjoint(names) or any(
        not older.isdisjoint(_titles(at + table, files)) for table, older in _OLDER_COLUMNS.items()
    )


def _titles(name: str, files: Files) -> list[str]:
    """The names of the columns of a table; none where it cannot be read, which is told where it is."""
    try:
        text = text_of(name, files[name]) if name in files else ""
    except UnreadableFileError:
        return []
    return [title.strip() for title in text.partition("\n")[0].split(",")]


@attrs.frozen
class _Package:
    """A data package: the file of each table."""

    names: Mapping[str, str]
    files: Files
    reader: ServiceReader

    def read(self) -> Iterator[DirectoryEntry]:
        """Its services, put together from its tables."""
        name = self.names["service"]
        if name not in self.files:
            self.reader.unread.append(
                UnreadValue(name, "", "this package has no such table of services", "fetch all of its tables")
            )
            return
        organisations = {row["id"]: row for row in self.table("organization") if "id" in row}
        terms = {row["id"]: row for row in self.table("taxonomy_term") if "id" in row}
        borne = _by(self.table("attribute"), "link_id")
        inside = self.inside()
        for line, row in _rows(name, self.files, self.reader):
            key = row.get("id", "")
            service = {**row, **{name: rows[key] for name, rows in inside.items() if key in rows}}
            found = [terms.get(link.get("taxonomy_term_id", "")) for link in borne.get(key, [])]
            service["attributes"] = [{"taxonomy_term": term} for term in found if term]
            owner = organisations.get(row.get("organization_id", ""))
            entry = self.reader.service(name, (f"line {line}",), service, owner)
            if entry is not None:
                yield entry

    def inside(self) -> Mapping[str, _Rows]:
        """What JSON has inside a service, by name and by the id of the service."""
        phones, contacts, schedules, places = (
            self.table(name) for name in ("phone", "contact", "schedule", "service_at_location")
        )
        _put(contacts, phones=_by(phones, "contact_id"))
        own = {
            "phones": [row for row in phones if "contact_id" not in row],
            "contacts": contacts,
            "schedules": schedules,
        }
        at = "service_at_location_id"
        _put(places, **{name: _by(rows, at) for name, rows in own.items()})
        return {
            **{name: _by([row for row in rows if at not in row], "service_id") for name, rows in own.items()},
            "service_areas": _by(self.table("service_area"), "service_id"),
            "service_at_locations": _by(places, "service_id"),
        }

    def table(self, name: str) -> list[_Row]:
        """The rows of a table, each once, without those of one id that say different things."""
        rows = [row for _, row in _rows(self.names[name], self.files, self.reader)]
        first: dict[str, _Row] = {}
        differing = dict.fromkeys(
            key for row in rows if (key := row.get("id", "")) and first.setdefault(key, row) != row
        )
        for key in differing:
            message = f'two rows of "{key}" say different things, so neither is read'
            self.reader.unread.append(UnreadValue(self.names[name], "", message, lost=False))
        return [row for row in rows if "id" not in row or (row["id"] not in differing and first[row["id"]] is row)]


def _names(files: Files, at: str, reader: ServiceReader) -> dict[str, str]:
    """The file of each table: as the package says, otherwise as the standard does."""
    package = at + PACKAGE_FILE
    paths: dict[str, str] = {}
    if package in files:
        try:
            data = json_of(package, text_of(package, files[package]))
            resources = data.get("resources") if isinstance(data, dict) else None
            for resource in resources if isinstance(resources, list) else []:
                name, path = resource.get("name"), resource.get("path")
                if isinstance(name, str) and isinstance(path, str):
                    paths[name] = path
        except UnreadableFileError as problem:
            reader.unread.append(problem.unread)
        except AttributeError:  # a resource that is no object
            reader.unread.append(UnreadValue(package, "resources", "this is not a list of tables", lost=False))
    return _TABLES | {name: path for name, path in paths.items() if name in _TABLES}


def _rows(name: str, files: Files, reader: ServiceReader) -> Iterator[tuple[int, _Row]]:
    """The rows of a table with their lines, without what is empty; as far as they can be read."""
    if name not in files:
        return
    try:
        text = text_of(name, files[name])
    except UnreadableFileError as problem:
        reader.unread.append(problem.unread)
        return
    before = csv.field_size_limit(MOST_DIRECTORY_BYTES)  # an area may be a polygon of any length
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [title.strip() for title in next(rows, [])]
        if "id" not in header:
            reader.unread.append(
                UnreadValue(name, "line 1", "there is no column id", "write the names of the columns there")
            )
            return
        line = rows.line_num + 1
        for values in rows:
            if len(values) == len(header):
                yield line, _row(header, values)
            elif values:
                message = f"{len(values)} values are here, under {len(header)} columns"
                reader.unread.append(UnreadValue(name, f"line {line}", message, "quote what has a comma in it"))
            line = rows.line_num + 1
    except csv.Error:
        reader.unread.append(
            UnreadValue(
                name, f"line {rows.line_num}", "the quotation marks of a value here do not match", "fetch it again"
            )
        )
    finally:
        csv.field_size_limit(before)


def _row(header: list[str], values: list[str]) -> _Row:
    """What a row says; some write null for nothing."""
    row: _Row = {title: value for title, value in zip(header, values, strict=True) if value not in ("", "null")}
    for title in _NUMBERS:
        if title in row:
            with suppress(ValueError, OverflowError):  # it stays text, and is refused where it is read
                number = float(row[title])
                row[title] = int(number) if number == int(number) else number
    return row


def _by(rows: list[_Row], key: str) -> _Rows:
    """Rows by the id of what they belong to."""
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if key in row:
            found[row[key]].append(row)
    return found


def _put(rows: list[_Row], **inside: _Rows) -> None:
    """Puts into each row what belongs to it."""
    for row in rows:
        row |= {name: own[row["id"]] for name, own in inside.items() if row.get("id") in own}
