"""A part of a larger service in the editor: what is found in the other file is shown where that file is named."""

import asyncio
from pathlib import Path

from lsprotocol import types as lsp

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.editor.diagnostics import diagnostics
from mentorkit.editor.fixes import fixes
from mentorkit.editor.hover import hover
from mentorkit.editor.reading import Reading, read
from mentorkit.registry.load import Plugins
from tests.editor.client import editor
from tests.editor.conftest import ON

SERVICE = """format = 2
[programme]
sectors = ["substance"]
ways = ["pair"]
[training]
length = "1 day"
topics = ["listening"]
"""
PART = """format = 2
[programme]
sectors = ["substance"]
ways = ["pair"]
part_of = "service.toml"
"""


def reading(folder: Path, service: str = SERVICE) -> Reading:
    (folder / "service.toml").write_text(service, encoding="utf-8")
    return read(PART, "part.toml", Plugins(), ON, folder=ProgrammeFiles().folder_of(str(folder / "part.toml")))


def test_what_is_found_in_the_larger_services_file_is_shown_at_part_of(tmp_path: Path) -> None:
    told = reading(tmp_path)
    there = [each for each in diagnostics(told) if PART[each.start : each.end] == '"service.toml"']
    assert there[0].message.startswith(f"{tmp_path}/service.toml:6:10: how long the course lasts: ")
    assert {each.finding.path[:2] for each in there if each.finding} == {("training", "length"), ("training", "topics")}
    titles = [fix.title for fix in fixes(told, there[0].start, there[0].end, Plugins().found)]
    assert titles == []  # what another file states is changed there


def test_hovering_over_part_of_names_the_files_that_are_read(tmp_path: Path) -> None:
    shown = hover(reading(tmp_path), PART.index("service.toml"))
    assert shown is not None
    assert shown.markdown == f"What this file does not state is read in `{tmp_path}/service.toml`."


def test_a_larger_file_that_cannot_be_judged_is_told_at_part_of(tmp_path: Path) -> None:
    (only,) = diagnostics(reading(tmp_path, "format 2"))
    assert PART[only.start : only.end] == '"service.toml"'
    assert only.message.startswith("not judged: the file of the larger service cannot be read: ")


def test_the_server_opens_the_larger_file_and_looks_again_when_it_is_saved(tmp_path: Path) -> None:
    service = tmp_path / "service.toml"
    service.write_text(SERVICE, encoding="utf-8")
    uri = (tmp_path / "part.toml").as_uri()

    async def session() -> None:
        async with editor() as open_in:
            open_in.client.text_document_did_open(
                lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "toml", 1, PART))
            )
            before = await open_in.next()
            assert any("how long the course lasts" in each.message for each in before.diagnostics)
            at = lsp.DefinitionParams(lsp.TextDocumentIdentifier(uri), lsp.Position(4, 14))
            given = await open_in.client.text_document_definition_async(at)
            assert given == lsp.Location(service.as_uri(), lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)))
            service.write_text(SERVICE.replace("1 day", "8 weeks"), encoding="utf-8")
            saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(service.as_uri()))
            open_in.client.text_document_did_save(saved)
            after = await open_in.next()
            assert not any("how long the course lasts" in each.message for each in after.diagnostics)

    asyncio.run(session())
