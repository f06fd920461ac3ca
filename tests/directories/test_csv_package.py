"""Data packages of CSV."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from .services import read, service

PACKAGE = Path(__file__).parents[2] / "examples" / "directory" / "package"


def files(folder: str = "", /, **tables: str | bytes | None) -> Mapping[str, bytes]:
    """The tables of the example, some of them changed; None takes one away."""
    found: dict[str, bytes] = {file.name: file.read_bytes() for file in PACKAGE.iterdir()}
    for table, content in tables.items():
        found.pop(f"{table}.csv", None)
        if content is not None:
            found[f"{table}.csv"] = content.encode() if isinstance(content, str) else content
    return {f"{folder}{name}": content for name, content in found.items()}


def test_tables_are_put_together_as_json_has_them() -> None:
    (drop_in, helpline), unread = read(files())
    assert unread == []
    member = drop_in.member
    assert (member.title, member.organisation, member.areas) == (
        "Drop-in",
        "Exampleton Women's Centre",
        ("Exampleton",),
    )
    assert (member.youngest, member.oldest, str(member.assured_on)) == (18, None, "2026-10-01")
    assert str(member.hours) == "Tuesday 10:00 to 16:00, Thursday 10:00 to 16:00"  # of the service at its place
    assert (drop_in.terms, drop_in.utc) == (("Housing advice", "T10"), True)
    member = helpline.member
    assert (member.contact, member.youngest) == ("telephone 01632 960002, extension 3", None)
    assert str(member.hours) == "every day 18:00 to 02:00"


def test_a_package_without_its_description_has_the_names_of_the_standard() -> None:
    found = {name: content for name, content in files("data/").items() if not name.endswith("datapackage.json")}
    assert [entry.member.title for entry in read(found)[0]] == ["Drop-in", "Helpline"]


def test_a_package_may_call_its_tables_as_it_likes() -> None:
    found = dict(files(services=None))
    found["datapackage.json"] = json.dumps({"resources": [{"name": "service", "path": "all/ours.csv"}]}).encode()
    found["all/ours.csv"] = b"id,name,status\n1,Drop-in,active\n"
    assert [entry.member.title for entry in read(found)[0]] == ["Drop-in"]


def test_several_packages_in_a_folder_are_all_read() -> None:
    entries, unread = read({**files("one/"), **files("two/")})
    assert (len(entries), unread) == (4, [])


def test_a_telephone_of_a_person_by_name_is_not_that_of_the_service() -> None:
    contacts = files()["contacts.csv"].decode().replace(",,Duty worker", ",A. Nobody,Duty worker")
    helpline = read(files(contacts=contacts))[0][1]
    assert (helpline.member.contact, helpline.why["contact"]) == (None, "only of persons by name")


def test_without_the_other_tables_services_say_less() -> None:
    names = ("organizations", "schedules", "phones", "contacts", "service_areas", "attributes", "service_at_location")
    (drop_in, _), unread = read(files(**dict.fromkeys(names)))
    assert unread == []
    assert (drop_in.member.organisation, drop_in.member.hours, drop_in.terms) == (None, None, ())


def test_a_polygon_of_any_length_is_no_fault() -> None:
    areas = f'id,service_id,name,extent\na,00000000-0000-4000-8000-000000000030,Exampleton,"{"1," * 200_000}"\n'
    (drop_in, _), unread = read(files(service_areas=areas))
    assert (drop_in.member.areas, unread) == (("Exampleton",), [])


@pytest.mark.parametrize(
    ("services", "said", "titles"),
    [
        (None, "services.csv: this package has no such table of services", []),
        ("", "services.csv: line 1: there is no column id", []),
        ("name,status\nDrop-in,active\n", "services.csv: line 1: there is no column id", []),
        ("id,name\n1,Drop-in,x\n2,Line\n", "services.csv: line 2: 3 values are here, under 2 columns", ["Line"]),
        ('id,name\n1,"Drop\nin"\n2,a,b\n', "services.csv: line 4: 3 values are here, under 2 columns", ["Drop in"]),
        ('id,name\n1,A\n2,"Help', "services.csv: line 3: the quotation marks of a value here do not match", ["A"]),
        ("id,name\n1,null\n", "services.csv: line 2: this service has no name", []),
        ("id,name,minimum_age\n1,Line,old\n", "services.csv: line 2.minimum_age: a number is needed here", ["Line"]),
        ("id,name,minimum_age\n1,Line,inf\n", "services.csv: line 2.minimum_age: a number is needed here", ["Line"]),
        ("id,name\n1,Caf\xe9\n".encode("latin-1"), "services.csv: line 2: this is not plain text in UTF-8", []),
    ],
)  # fmt: skip
def test_a_bad_table_is_told_with_its_line_and_the_rest_is_read(
    services: str | bytes | None, said: str, titles: list[str]
) -> None:
    entries, unread = read(files(services=services))
    assert [str(problem) for problem in unread] == [said]
    assert [entry.member.title for entry in entries] == titles


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("{", "datapackage.json: line 1, column 2: this file is cut off"),
        ('{"resources": ["services.csv"]}', "datapackage.json: resources: this is not a list of tables"),
        ('{"resources": 7}', None),
        ("[]", None),
    ],
)
def test_a_bad_description_of_a_package_does_not_keep_its_tables_from_being_read(
    description: str, said: str | None
) -> None:
    entries, unread = read({**files(), "datapackage.json": description.encode()})
    assert [str(problem) for problem in unread] == ([said] if said else [])
    assert len(entries) == 2


def test_what_does_not_belong_to_it_is_passed_over_and_told() -> None:
    _, unread = read({**files(), "notes.json": service()})
    assert [str(problem) for problem in unread] == ["notes.json: skipped, because the services are in tables"]
    entries, unread = read({"phones.csv": b"id\n", "x.json": service()})
    assert [str(problem) for problem in unread] == [
        "phones.csv: skipped, because there is no services.csv that it belongs to"
    ]
    assert len(entries) == 1


def test_nothing_of_a_package_of_an_older_edition_is_half_read() -> None:
    said = ["the package: this is HSDS 1 or 2, or Open Referral UK 1, but only version 3 can be read"]
    entries, unread = read(files(regular_schedules="id,service_id,weekday\n"))
    assert (entries, [str(problem) for problem in unread]) == ([], said)
    entries, unread = read(files(services_at_location="id,service_id\n"))
    assert (entries, [str(problem) for problem in unread]) == ([], said)
    for table, column in (("services", "taxonomy_ids"), ("services", "attending_type"), ("phones", "language")):
        header, *rows = files()[f"{table}.csv"].decode().splitlines()
        older = "\n".join([f"{header},{column}", *(f"{row}," for row in rows)])
        entries, unread = read(files(**{table: older}))
        assert (entries, [str(problem) for problem in unread]) == ([], said)
    entries, unread = read({**files(), "datapackage.json": b'{"version": "1.1.1", "resources": []}'})
    assert (entries, [str(problem) for problem in unread]) == ([], said)


def test_two_rows_of_an_organisation_that_differ_are_named_and_neither_is_read() -> None:
    text = files()["organizations.csv"].decode()
    row = text.splitlines()[1]
    name = read(files())[0][0].member.organisation or ""
    entries, unread = read(files(organizations=f"{text.rstrip()}\n{row.replace(name, 'Another')}\n"))
    assert entries[0].member.organisation is None
    assert "say different things, so neither is read" in str(unread[0])


@pytest.mark.parametrize("table", ["phones", "schedules", "contacts", "service_areas", "taxonomy_terms", "attributes"])
def test_rows_of_one_id_that_say_different_things_are_told_and_neither_is_read(table: str) -> None:
    before = files()[f"{table}.csv"].decode()
    header, first, *_ = csv.reader(before.splitlines())
    last = ",".join([first[0], *["otherwise"] * (len(header) - 1)])
    entries, unread = read(files(**{table: f"{before.rstrip()}\n{last}\n"}))
    assert len(entries) == 2
    (told,) = (problem for problem in unread if "different" in problem.message)
    assert header[0] == "id"
    assert str(told) == f'{table}.csv: two rows of "{first[0]}" say different things, so neither is read'
    assert not told.lost


def test_rows_that_are_there_twice_are_read_once() -> None:
    doubled = {
        name.removesuffix(".csv"): content.decode() + "\n".join(content.decode().splitlines()[1:]) + "\n"
        for name, content in files().items()
        if name.endswith(".csv") and name != "services.csv"
    }
    assert str(read(files(**doubled))) == str(read(files()))


def test_an_older_package_is_known_by_its_description_alone() -> None:
    described = {"name": "hsds", "resources": [{"name": "services"}, {"name": "regular_schedules"}]}
    entries, (told,) = read({"datapackage.json": described})
    assert entries == []
    assert told.message == "this is HSDS 1 or 2, or Open Referral UK 1, but only version 3 can be read"
