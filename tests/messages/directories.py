"""Directories of services that cannot be read, in whole or in part, and what keeps members from being taken over."""

import json
from typing import Any

from .designs import DAY, OURS, PART
from .situation import Situation, programme, set_to

_SERVICE: dict[str, Any] = {"id": "1", "name": "Housing Advice", "status": "active"}
_IMPORT = f"network import {{}} {DAY}"


def _imported(title: str, content: object, name: str = "services.json") -> Situation:
    data = content if isinstance(content, str | bytes) else json.dumps(content)
    return Situation(title, _IMPORT.format(name), {name: data})


def _page(*services: object, **said: object) -> dict[str, object]:
    return {"contents": list(services), **said}


def _package(**files: str) -> dict[str, str]:
    return {f"package/{name}.csv" if name != "datapackage" else "package/datapackage.json": text
            for name, text in files.items()}  # fmt: skip


_ODD = {
    "status": "perhaps", "minimum_age": 18.5, "maximum_age": "old", "assured_date": "last year", "url": 7,
    "schedules": "always", "phones": [1], "organization": [], "email": "desk@directory.example",
}  # fmt: skip
# fmt: off
SITUATIONS = [
    Situation("a directory on the web", _IMPORT.format("https://directory.example/services")),
    Situation("a directory that is not there", _IMPORT.format("services.json")),
    Situation("a directory in an empty folder", _IMPORT.format("pages"), {"pages": None}),
    Situation("a directory in a folder that may not be read", _IMPORT.format("pages"), {"pages": None}, given=set_to(
        "os.walk", lambda path, onerror: onerror(PermissionError(13, "Permission denied", "pages/inner")))),
    Situation("members into two places", _IMPORT.format("services.json --into p.toml -o new.toml")),
    Situation("a need without a term", _IMPORT.format("services.json --meets housing")),
    Situation("a need of blanks", _IMPORT.format("services.json --need ' '")),
    Situation("an age beyond all", _IMPORT.format("services.json --age 200")),
    Situation("a need that the programme does not declare", _IMPORT.format(
        "services.json --meets 'housng=Housing' --into p.toml"), {**OURS, "services.json": json.dumps([_SERVICE])}),
    Situation("members in a list that stands in one line", _IMPORT.format("services.json --into p.toml"), {
        "services.json": json.dumps([_SERVICE]), "p.toml": programme("\n[network]\nmembers = [{ id = 'a' }]\n")}),
    Situation("members in a network that stands in braces", _IMPORT.format("services.json --into p.toml"), {
        "services.json": json.dumps([_SERVICE]), "p.toml": "network = { span = 8 }\n" + programme()}),
    Situation("members into a part of a larger service", _IMPORT.format("services.json --into p.toml"), {
        "services.json": json.dumps([_SERVICE]), "p.toml": PART}),
    Situation("members into a programme", _IMPORT.format("services.json --into p.toml"),
              {**OURS, "services.json": json.dumps([_SERVICE])}),
    Situation("members in the place of a file", _IMPORT.format("services.json -o p.toml"),
              {**OURS, "services.json": json.dumps([_SERVICE])}),
    _imported("an empty file of services", ""),
    _imported("services as old programs save them", '[{"name": "Café"}]'.encode("latin-1")),
    _imported("services that are cut off", '[{"id": "1", "name": "Housing'),
    _imported("services that are no JSON", "<html>"),
    _imported("services in lists without end", "[" * 100_000),
    _imported("a number in the place of services", "7"),
    _imported("services of an older standard", {"content": []}),
    _imported("records of one id that differ", [_SERVICE, {**_SERVICE, "name": "Another name"}]),
    _imported("organisations of one id that differ", [
        {**_SERVICE, "id": name, "organization": {"id": "o", "name": name}} for name in ("1", "2")
    ]),
    _imported("a place in place of a service", {"id": "1", "name": "The hall", "latitude": 1}),
    _imported("contacts that are none", [{**_SERVICE, "phones": [{"number": "ask"}], "url": "none", "email": "desk"}]),
    Situation("more members than a file may have", _IMPORT.format("services.json -o new.toml"),
              {"services.json": json.dumps([_SERVICE])}, given=set_to("mentorkit.toml.document.MOST_BYTES", 100)),
    Situation("a package of an older edition", _IMPORT.format("package"),
              _package(services="id,name\n1,Advice\n", regular_schedules="id\n")),
    Situation("rows of an organisation that differ", _IMPORT.format("package"), _package(
        services="id,name,status\n1,Advice,active\n", organizations="id,name\no,A\no,B\n")),
    _imported("contents that are no list", {"contents": 1}),
    _imported("places, numbers and terms among services", [{"location": {}}, 1, {"id": "t", "name": "Term"}]),
    _imported("services without a name or an id", [{"status": "active"}, {"name": "Advice", "status": "active"}]),
    _imported("details that cannot be read", [{**_SERVICE, **_ODD}, {**_SERVICE, "id": "2", "minimum_age": 30,
                                               "maximum_age": 20}, {**_SERVICE, "id": "3", "status": "perhaps"}]),
    _imported("a page that says of itself what it is not", _page(_SERVICE, page_number=1, total_pages=3, size=50,
                                                                 total_items="many")),
    _imported("pages that are not there", _page(_SERVICE, page_number=1, total_pages=2, size=1, total_items=2)),
    _imported("fewer services than there should be", _page(_SERVICE, total_items=9)),
    Situation("more files with problems than anybody reads", _IMPORT.format("pages"),
              {f"pages/{number:02}.json": "" for number in range(22)}),
    Situation("a directory that is too large", _IMPORT.format("services.json"), {"services.json": "[]" + " " * 1024**2},
              given=set_to("mentorkit.directories.files.MOST_DIRECTORY_BYTES", 1024**2)),
    Situation("a directory that is packed", _IMPORT.format("pages"), {"pages/services.json.gz": b"\x1f\x8b"}),
    Situation("a directory of very many values", _IMPORT.format("services.json"), {"services.json": "[1, 2]"},
              given=set_to("mentorkit.directories.files._MOST_VALUES", 1)),
    Situation("a file of services that is gone", _IMPORT.format("pages"), {"pages": None},
              given=lambda _, folder: (folder / "pages" / "a.json").symlink_to("b.json")),
    Situation("pages beside tables", _IMPORT.format("package"), {**_package(services="id,name\n1,Advice\n"),
                                                                 "package/a.json": "[]"}),
    Situation("tables without one of services", _IMPORT.format("folder"), {"folder/phones.csv": "id\n"}),
    Situation("a package without its table of services", _IMPORT.format("package"), _package(datapackage="{}")),
    Situation("a package that says nothing of its tables", _IMPORT.format("package"),
              _package(datapackage='{"resources": [1]}', services="id,name\n1,Advice\n")),
    Situation("a package that is no JSON", _IMPORT.format("package"),
              _package(datapackage="{", services="id,name\n1,Advice\n")),
    Situation("tables with slips", _IMPORT.format("package"), _package(
        services='id,name,status\n1,Advice,active\n2,Help\n3,"Hel"p,active\n', phones="number\n1\n",
        organizations="id\udcff")),
    Situation("many services on a terminal", _IMPORT.format("services.json"),
              {"services.json": json.dumps([_SERVICE])}, terminal=True, given=set_to(
                  "mentorkit.cli.network.importing._FIRST_PROGRESS", -1.0)),
]
