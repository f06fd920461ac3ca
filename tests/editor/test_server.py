"""The server, as a process of its own, answers a real client; and only for the newest text."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from mentorkit.core.finding import FindingKind
from mentorkit.editor import server as serving
from mentorkit.editor.positions import Positions
from mentorkit.editor.reading import Reading, read
from mentorkit.registry.load import Plugins
from tests.editor.client import DAY, URI, editor
from tests.editor.conftest import ON
from tests.running import run_here

EXAMPLE = Path(__file__).parents[2] / "examples" / "substance" / "turning_point.toml"
BAD = """format = 1
[programme]
name = "𝄞 mentors"
sectors = ["substance"]
settings = ["comunity"] # misspelt
[screening]
steppes = ["interview"]
[screening.substance]
abstinence = "10 days"
"""
SEVERITIES = {"error": 1, "warning": 2, "advice": 3}
OPEN = {"error": (3, "to decide: "), "warning": (3, "worth deciding: "), "advice": (4, "to consider: ")}
"""What is not settled is no error for the one who writes; JSON and `data` keep its severity."""


def validated(text: str, folder: Path) -> list[tuple[str, int, str, tuple[int, int], tuple[int, int]]]:
    """What the command line says of a text: rule, severity, message, and from where to where, by UTF-16."""
    file = folder / "programme.toml"
    file.write_text(text, encoding="utf-8")
    ran = run_here(["validate", "--format", "json", "--on", DAY, str(file)], folder)
    lines = text.split("\n")

    def utf_16(line: int, column: int) -> tuple[int, int]:
        return line - 1, len(lines[line - 1][: column - 1].encode("utf-16-le")) // 2

    said = []
    for one in json.loads(ran.stdout)["findings"]:
        severity, called = OPEN[one["severity"]] if one["where"] else (SEVERITIES[one["severity"]], "")
        start = utf_16(one["line"], one["column"]) if one["line"] else (0, 0)
        end = utf_16(one["end_line"], one["end_column"]) if one["line"] else (0, len(lines[0].rstrip("\r")))
        said.append((one["rule"].split(",")[0], severity, called + one["message"], start, end))
    return said


def shown(told: Sequence[lsp.Diagnostic]) -> list[tuple[str, int, str, tuple[int, int], tuple[int, int]]]:
    return [
        (
            str(one.code),
            int(one.severity or 0),
            one.message.partition("\nDo: ")[0],
            (one.range.start.line, one.range.start.character),
            (one.range.end.line, one.range.end.character),
        )
        for one in told
    ]


def test_diagnostics_are_what_validate_says_at_the_same_places(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor() as open_in:
            for text in (
                BAD,
                BAD.replace("\n", "\r\n"),
                EXAMPLE.read_text(encoding="utf-8"),
                "\ufeff"
                + BAD.replace("[screening.substance]\n", "").replace(
                    "format = 1", "format = 2"
                ),  # no finding in line 1
            ):
                assert shown(await open_in.show(text)) == validated(text, tmp_path)

    asyncio.run(session())


def test_what_cannot_be_judged_is_one_diagnostic_and_what_is_no_programme_none() -> None:
    async def session() -> None:
        async with editor() as open_in:
            for text, expected in (
                ('format = 1\n[role]\ntitle = "𝄞" x', (2, 13, 2, 14)),
                ('format = 1\n[programme]\nsectors = ["𝄞", "substnace"]', (2, 11, 2, 15)),
                ("format = 1\n[programme]\n", (1, 0, 1, 11)),
                ("[programme]\nsectors = []\n", (0, 0, 0, 11)),
            ):
                (told,) = await open_in.show(text)
                places = (told.range.start, told.range.end)
                assert tuple(part for at in places for part in (at.line, at.character)) == expected
                assert (told.code, told.severity) == ("not-judged", lsp.DiagnosticSeverity.Error)
                assert told.message.startswith("not judged: ")
            assert await open_in.show("[project]\nname = 'a package'\n") == []
            assert await open_in.show("[project\nname = 'a package'\n") == []
            assert await open_in.show("") == []

    asyncio.run(session())


def test_an_open_point_is_at_its_blank_or_its_table_and_no_error() -> None:
    text = BAD.replace("[screening]", "[training]\ntopics = []\n#length = '8 weeks'\n[screening]")

    async def session() -> None:
        async with editor() as open_in:
            found = [(one.data or {}, one) for one in await open_in.show(text)]
            told = {tuple(data["path"]): one for data, one in found if data["kind"] == FindingKind.NOT_SETTLED.value}
            length, specific = told["training", "length"], told["training", "mentor_specific"]
            assert length.message.startswith("to decide: the programme does not state length: how long the course")
            assert length.severity == lsp.DiagnosticSeverity.Information
            assert length.data == {
                "severity": "error",
                "kind": FindingKind.NOT_SETTLED.value,
                "path": ["training", "length"],
            }
            lines = text.split("\n")
            assert lines[length.range.start.line] == "#length = '8 weeks'"
            assert length.range.end.character == len("#length = '8 weeks'")
            assert lines[specific.range.start.line] == "[training]"
            assert {one.severity for one in told.values()} == {
                lsp.DiagnosticSeverity.Information,
                lsp.DiagnosticSeverity.Hint,
            }

    asyncio.run(session())


def test_a_waived_finding_is_a_hint() -> None:
    waived = BAD + '[[waivers]]\nrule = "SUB101"\nreason = "why not"\nagreed_by = "lead"\nuntil = 2027-01-01\n'

    async def session() -> None:
        async with editor() as open_in:
            before = [one for one in await open_in.show(BAD) if one.message.startswith("waived: ")]
            after = [one for one in await open_in.show(waived) if one.message.startswith("waived: ")]
            assert before == []
            assert {(one.code, one.severity) for one in after} == {("SUB101", lsp.DiagnosticSeverity.Hint)}
            assert all(one.message.startswith("waived: why not (agreed by lead, until 2027-01-01)\n") for one in after)

    asyncio.run(session())


@pytest.mark.parametrize(("encodings", "column"), [(None, 25), (["utf-8", "utf-16"], 29), (["utf-32"], 23)])
def test_positions_are_counted_as_the_editor_wants_them(encodings: Sequence[str] | None, column: int) -> None:
    text = 'format = 1\nrole = { title = "𝄞𝄞", kindd = "mentor" }\n[programme]\nsectors = []\n'

    async def session() -> None:
        async with editor(encodings) as open_in:
            (told,) = [one for one in await open_in.show(text) if one.code == "unknown-key"]
            assert (told.range.start.character, told.range.end.character) == (column, column + len("kindd"))
            (rename,) = [
                action
                for action in await open_in.client.text_document_code_action_async(
                    lsp.CodeActionParams(open_in.document, told.range, lsp.CodeActionContext([told]))
                )
                or []
                if isinstance(action, lsp.CodeAction) and action.is_preferred
            ]
            assert rename.title == "rename it to kind"
            assert [*(rename.diagnostics or ())] == [told]
            assert rename.edit is not None
            assert rename.edit.changes is not None
            assert [*rename.edit.changes[URI]] == [lsp.TextEdit(told.range, "kind")]

    asyncio.run(session())


def test_hover_completion_definition_and_symbols_are_answered() -> None:
    text = BAD + '[[network.members]]\nid = "team"\n[[network.links]]\nto = "team"\n'
    places = Positions(text)

    def at(word: str) -> lsp.Position:
        return lsp.Position(*places.at(text.rindex(word) + 1))

    def over(word: str) -> lsp.Range:
        start = text.rindex(word)
        return lsp.Range(lsp.Position(*places.at(start)), lsp.Position(*places.at(start + len(word))))

    async def session() -> None:
        async with editor() as open_in:
            open_in.edit(text)
            client, document = open_in.client, open_in.document
            hovered = await client.text_document_hover_async(lsp.HoverParams(document, at("abstinence")))
            assert hovered is not None
            assert hovered.range == over("abstinence")
            assert isinstance(hovered.contents, lsp.MarkupContent)
            assert hovered.contents.kind == lsp.MarkupKind.Markdown
            assert hovered.contents.value.startswith("**screening.substance.abstinence**")
            items = await client.text_document_completion_async(lsp.CompletionParams(document, at('"comunity"')))
            assert isinstance(items, list)
            assert [(item.label, item.text_edit) for item in items][:2] == [
                (f'"{name}"', lsp.TextEdit(over('"comunity"'), f'"{name}"')) for name in ("community", "custody")
            ]
            assert [item.label for item in sorted(items, key=lambda item: item.sort_text or "")] == [
                item.label for item in items
            ]
            given = await client.text_document_definition_async(lsp.DefinitionParams(document, at('"team"')))
            line = text[: text.index('id = "team"')].count("\n")
            assert given == lsp.Location(URI, lsp.Range(lsp.Position(line, 5), lsp.Position(line, 11)))
            listed = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
            assert [symbol.name for symbol in listed or []] == ["format", "programme", "screening", "network"]

    asyncio.run(session())


def test_a_half_typed_file_still_gets_hints_and_the_slip_is_a_diagnostic() -> None:
    half = BAD + "[safeguarding]\nconf"

    async def session() -> None:
        async with editor() as open_in:
            await open_in.show(BAD)
            (told,) = await open_in.show(half)
            assert told.code == "not-judged"
            assert told.range.start == lsp.Position(half.count("\n"), 4)
            end = lsp.Position(half.count("\n"), 4)
            items = await open_in.client.text_document_completion_async(lsp.CompletionParams(open_in.document, end))
            assert isinstance(items, list)
            assert "confidentiality" in [item.label for item in items]

    asyncio.run(session())


def test_many_edits_at_once_end_with_what_is_to_be_said_of_the_last() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")

    async def session() -> None:
        async with editor() as open_in:
            for number in range(30):
                open_in.edit(text + f"[slip_{number}]\n")
            versions: list[int] = []
            while not versions or versions[-1] != 30:
                said = await open_in.next()
                versions.append(said.version or 0)
                (slip,) = [one.message for one in said.diagnostics if one.code == "unknown-key"]
                assert f'"slip_{versions[-1] - 1}"' in slip  # of the very text whose version it names
            assert versions == sorted(set(versions))
            open_in.client.text_document_did_close(lsp.DidCloseTextDocumentParams(open_in.document))
            assert not (await open_in.next()).diagnostics

    asyncio.run(session())


def test_an_edit_while_another_is_judged_is_answered_for_the_newest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    started, release = threading.Event(), threading.Event()
    judged: list[str] = []
    told: list[tuple[str, int | None]] = []

    def slow(text: str, *rest: object) -> Reading:
        judged.append(text)
        started.set()
        assert release.wait(60)
        return read(text, *rest)  # type: ignore[arg-type]

    def publish(params: lsp.PublishDiagnosticsParams) -> None:
        told.append((params.uri, params.version))

    async def session() -> None:
        server = serving.make_server(Plugins(), lambda: ON, lambda _: None)
        monkeypatch.setattr(server, "text_document_publish_diagnostics", publish)
        monkeypatch.setattr(server, "positions", lambda reading: Positions(reading.text))
        server.update(URI, "a = 1", 1)
        await asyncio.to_thread(started.wait, 60)
        for number in (2, 3, 4):
            server.update(URI, f"a = {number}", number)
        wanted = asyncio.create_task(server.reading(URI))
        release.set()
        found = await wanted
        assert found is not None
        assert found.text == "a = 4"

    monkeypatch.setattr(serving, "read", slow)
    asyncio.run(session())
    assert judged == ["a = 1", "a = 4"]
    assert told == [(URI, 4)]


def test_what_a_plugin_prints_does_not_disturb_the_conversation() -> None:
    script = (
        "from mentorkit.editor import reading\n"
        "judge = reading.judge\n"
        "reading.judge = lambda *given, **more: (print('noise'), judge(*given, **more))[1]\n"
        "from mentorkit.cli import main\n"
        f"main(['lsp', '--on', '{DAY}'])\n"
    )
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
    document = {"uri": URI, "languageId": "toml", "version": 1, "text": BAD}
    opened = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}}
    asked = {"jsonrpc": "2.0", "id": 2, "method": "textDocument/documentSymbol",
             "params": {"textDocument": {"uri": URI}}}  # fmt: skip
    ends = [{"jsonrpc": "2.0", "id": 3, "method": "shutdown"}, {"jsonrpc": "2.0", "method": "exit"}]

    def packed(message: object) -> bytes:
        body = json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)

    process = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"".join(map(packed, (hello, opened, asked))))
    process.stdin.flush()
    heard = b""
    while b'"id": 2' not in heard and b'"id":2' not in heard:
        byte = os.read(process.stdout.fileno(), 65536)
        assert byte, "the server ended"
        heard += byte
    rest, noise = process.communicate(b"".join(map(packed, ends)), timeout=60)
    assert b"noise" in noise
    assert b"noise" not in heard + rest
    assert process.returncode == 0


def test_without_the_extra_the_command_names_it(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['pygls'] = None; from mentorkit.cli import main; main(['lsp'])"
    ran = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 2
    assert "the language server needs one more package: pip install 'mentorkit[editor]'" in ran.stderr
