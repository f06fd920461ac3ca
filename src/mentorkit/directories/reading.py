"""Reading a directory of services: pages, services, lists, JSON lines, CSV packages of Open Referral UK and HSDS 3.

The shapes are those of the standard's API reference and schemas, version 3.0 (openreferral/specification on GitHub:
schema/openapi.json, `Page`; schema/service.json; datapackage.json) and of the profile for the United Kingdom
(OpenReferralUK/uk-profile, profile/*.json).
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from mentorkit.directories.entry import NOT_NAMED, DirectoryEntry, ServiceReader, UnreadableFileError, UnreadValue
from mentorkit.directories.files import (
    FETCH_SERVICES,
    JSON_LINES,
    OLDER_EDITION,
    PACKAGE_FILE,
    SERVICES,
    Files,
    json_of,
    text_of,
)
from mentorkit.programme.path import Path, dotted

_OF_SERVICES = {
    "organization", "organization_id", "service_at_locations", "schedules", "service_areas", "eligibility_description",
    "minimum_age", "maximum_age", "assured_date", "assurer_email", "fees", "fees_description", "application_process",
}  # fmt: skip
"""Keys that only a service has; with any of them a service that leaves out its status is still seen to be one."""

_OF_PLACES = {"location_type", "latitude", "longitude", "transportation", "addresses", "accessibility"}
"""Keys that only a place has."""
_OF_AN_OLDER_EDITION = {
    "regular_schedules", "regular_schedule", "holiday_schedules", "holiday_schedule", "service_taxonomys",
    "service_taxonomies", "eligibilitys", "eligibilities", "physical_addresses", "physical_address", "taxonomy_ids",
    "deliverable_type", "attending_access", "attending_type", "fundings", "eligibility", "service_taxonomy",
    "services_taxonomy", "service_attributes", "other_attributes", "accessibility_for_disabilities", "payment_accepted",
    "payments_accepted", "reviews", "language",
}  # fmt: skip
"""Keys of services, places and telephones of HSDS 1 and 2 and Open Referral UK 1, which version 3 does not have."""


_MOST_PAGES = 10**9


@attrs.define
class _Pages:
    """The pages of one list, to see whether all are there."""

    numbers: list[int] = attrs.field(factory=list)
    total_pages: int = 0
    total_items: int = 0
    read: int = 0


def read_directory(files: Files, reader: ServiceReader) -> Iterator[DirectoryEntry]:
    """Reads every service of a directory, file by file.

    Args:
        files: of the directory.
        reader: keeps the day that counts, and what could not be read.
    """
    tables = [name for name in sorted(files) if name.lower().endswith(".csv")]
    packaged = any(name.rpartition("/")[2] in (PACKAGE_FILE, SERVICES) for name in files)
    names = [name for name in sorted(files) if name not in tables and name.rpartition("/")[2] != PACKAGE_FILE]
    if packaged:
        from mentorkit.directories.csv_package import read_packages  # not wanted for JSON

        yield from read_packages(files, reader)
        message, passed_over = "skipped, because the services are in tables", names
    else:
        message, passed_over = f"skipped, because there is no {SERVICES} that it belongs to", tables
    for name in passed_over:
        reader.unread.append(UnreadValue(name, "", message, lost=False))
    if not packaged:
        yield from _read_json(names, files, reader)


def _read_json(names: Iterable[str], files: Files, reader: ServiceReader) -> Iterator[DirectoryEntry]:
    pages = _Pages()
    for name in names:
        try:
            text = text_of(name, files[name])
            if _is_json_lines(name, text):
                yield from _json_lines(name, text, reader)
                continue
            data = json_of(name, text)
        except UnreadableFileError as problem:
            reader.unread.append(problem.unread)
            continue
        yield from _services(name, data, reader, pages)
    for missing in _missing_pages(pages):
        reader.unread.append(missing)


def _is_json_lines(name: str, text: str) -> bool:
    """Whether each line is an object of its own, as the name says or as its first two lines show."""
    if name.lower().endswith(JSON_LINES):
        return True
    lines = text.lstrip().split("\n", 2)
    return len(lines) > 1 and all(line.strip().startswith("{") and line.strip().endswith("}") for line in lines[:2])


def _json_lines(name: str, text: str, reader: ServiceReader) -> Iterator[DirectoryEntry]:
    """The services of JSON lines, one line at a time, so that one that cannot be read does not end the rest."""
    if not text.strip():
        json_of(name, text)
    # Each line is parsed twice, so that only one of them is in memory at a time.
    if any(_is_older(line) for _, line in _lines(name, text) if not isinstance(line, UnreadValue)):
        reader.unread.append(UnreadValue(name, "", *OLDER_EDITION))
        return
    for place, line in _lines(name, text):
        if isinstance(line, UnreadValue):
            reader.unread.append(line)
        else:
            yield from _item(name, (place,), line, reader)


def _lines(name: str, text: str) -> Iterator[tuple[str, Any]]:
    """The object of each line, or why it cannot be read, with the place."""
    for number, line in enumerate(io.StringIO(text), start=1):
        place = f"line {number}"
        try:
            if line.strip():
                yield place, json_of(name, line)
        except UnreadableFileError as problem:
            yield place, attrs.evolve(problem.unread, place=place)


def _is_older(data: Any) -> bool:
    """Whether any of some services, however they are put together, is of an edition before 3."""
    if isinstance(data, list):
        return any(map(_is_older, data))
    if not isinstance(data, dict):
        return False
    version = data.get("version")
    if isinstance(version, str) and version.startswith(("1.", "2.")) and ("contents" in data or "services" in data):
        return True
    inside = (data.get(name) for name in ("contents", "services", "service_at_locations", "phones", "contacts"))
    return not _OF_AN_OLDER_EDITION.isdisjoint(data) or any(
        isinstance(each, list) and _is_older(each) for each in inside
    )


def _services(file: str, data: Any, reader: ServiceReader, pages: _Pages) -> Iterator[DirectoryEntry]:
    """The services of a file of JSON, whatever of the standard's shapes it has."""
    if _is_older(data) or (isinstance(data, dict) and isinstance(data.get("content"), list)):
        reader.unread.append(UnreadValue(file, "", *OLDER_EDITION))
    elif isinstance(data, list):
        yield from _each(file, (), data, reader)
    elif not isinstance(data, dict):
        reader.unread.append(
            UnreadValue(file, "", "there is neither a service nor a list of them here", FETCH_SERVICES)
        )
    elif "contents" in data:
        found = False
        for entry in _each(file, ("contents",), data["contents"], reader):
            found = True
            yield entry
        if found or data["contents"] == []:  # a page of organisations or of terms belongs to another list
            _note_page(file, data, reader, pages)
    else:
        yield from _item(file, (), data, reader)


def _each(
    file: str, path: Path, items: Any, reader: ServiceReader, organisation: dict[str, Any] | None = None
) -> Iterator[DirectoryEntry]:
    if not isinstance(items, list):
        reader.unread.append(UnreadValue(file, dotted(path), "a list is needed here", FETCH_SERVICES))
        return
    for index, item in enumerate(items):
        yield from _item(file, (*path, index), item, reader, organisation)


def _item(
    file: str, path: Path, item: Any, reader: ServiceReader, organisation: dict[str, Any] | None = None
) -> Iterator[DirectoryEntry]:
    """The service that an object is, or those of the organisation that it is."""
    message = "this is not a service"
    if not isinstance(item, dict):
        message = NOT_NAMED
    elif "location" in item:
        message = "this is a place of a service, and not the service itself"
    elif not _OF_PLACES.isdisjoint(item):
        message = "this is a place, and not a service"
    elif "status" in item or not _OF_SERVICES.isdisjoint(item) or (organisation is not None and "name" in item):
        entry = reader.service(file, path, item, organisation)
        if entry is not None:
            yield entry
        return
    elif "services" in item:  # an organisation with its services, or services under a heading of their own
        yield from _each(file, (*path, "services"), item["services"], reader, item if "name" in item else None)
        return
    reader.unread.append(UnreadValue(file, dotted(path), message, FETCH_SERVICES))


def _note_page(file: str, data: Mapping[str, Any], reader: ServiceReader, pages: _Pages) -> None:
    """Keeps what a page says of its list, and notes where it has fewer services than it says."""

    def number(name: str) -> int | None:
        value = data.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_PAGES:
            return value
        if value is not None:
            reader.unread.append(UnreadValue(file, name, "a whole number is needed here", lost=False))
        return None

    page, size, total = number("page_number"), number("size"), number("total_pages")
    pages.total_items = max(pages.total_items, number("total_items") or 0)
    pages.total_pages = max(pages.total_pages, total or 0)
    contents = data["contents"]
    pages.read += len(contents)
    if page is not None:
        pages.numbers.append(page)
    # On the last page some directories go on saying how long a page is.
    if size is not None and page is not None and page < (total or 0) and len(contents) < size:
        message = f"this page says that it has {size} services and has {len(contents)}"
        reader.unread.append(UnreadValue(file, "contents", message, "fetch it again"))


def _missing_pages(pages: _Pages) -> Iterator[UnreadValue]:
    """What the list says that it has, and that no file had."""
    # The standard does not say from which number on pages are counted.
    first = 0 if 0 in pages.numbers else 1
    missing = sorted(set(range(first, first + min(pages.total_pages, 1_000_000))) - set(pages.numbers))
    if missing and pages.numbers:
        pages_missing = ", ".join(str(page) for page in missing[:10]) + (" and more" if len(missing) > 10 else "")
        many = "page" if len(missing) == 1 else "pages"
        message = f"{len(missing)} of {pages.total_pages} pages are not here: {many} {pages_missing}"
        yield UnreadValue("the list", "", message, "fetch all of its pages")
    elif pages.read < pages.total_items:
        message = f"its pages say that there are {pages.total_items} services, and have {pages.read}"
        yield UnreadValue("the list", "", message, "fetch all of its pages")
