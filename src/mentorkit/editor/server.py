"""The language server: it tells what the other modules find to whatever editor asks, over standard input and output.

An edit is judged at once where nothing else is; while something is, only the newest edit waits for its turn, and what
is found for an older one is thrown away. So nothing is said twice, and never about a text that is no longer there.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

import attrs
from lsprotocol import types as lsp
from pygls import uris as lsp_uris
from pygls.lsp.server import LanguageServer

from mentorkit.editor.completion import completions
from mentorkit.editor.diagnostics import Diagnostic, diagnostics
from mentorkit.editor.fixes import fixes
from mentorkit.editor.hover import hover
from mentorkit.editor.names import definition
from mentorkit.editor.positions import Positions
from mentorkit.editor.reading import Reading, read
from mentorkit.editor.symbols import Symbol, symbols
from mentorkit.registry.load import Plugins
from mentorkit.validation.part_of import PART_OF, Folder

_SEVERITIES: Mapping[str, lsp.DiagnosticSeverity] = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
    "to decide": lsp.DiagnosticSeverity.Information,
    "worth deciding": lsp.DiagnosticSeverity.Information,
    "to consider": lsp.DiagnosticSeverity.Hint,
    "waived": lsp.DiagnosticSeverity.Hint,
}
_KINDS: Mapping[str, lsp.CompletionItemKind] = {
    "table": lsp.CompletionItemKind.Module,
    "key": lsp.CompletionItemKind.Property,
    "value": lsp.CompletionItemKind.Value,
}


@attrs.define(eq=False)
class _OpenFile:
    """A file that is open in the editor.

    Attributes:
        text: as the editor has it.
        version: of the text, as the editor counts.
        reading: the newest there is.
        judging: the work that goes on until the newest text is read.
    """

    text: str
    version: int
    reading: Reading | None = None
    judging: asyncio.Task[Reading] | None = None


class ProgrammeServer(LanguageServer):
    """A language server for programmes.

    Args:
        plugins: those that are installed.
        today: gives the date of each check; a server may run for days.
        folder_of: gives the folder that a file of a name is in.
    """

    def __init__(self, plugins: Plugins, today: Callable[[], date], folder_of: Callable[[str], Folder | None]) -> None:
        super().__init__("mentorkit", version("mentorkit"), text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.plugins = plugins
        self.today = today
        self.folder_of = folder_of
        self.files: dict[str, _OpenFile] = {}
        self._worker = ThreadPoolExecutor(max_workers=1)  # what rules and plugins do is done one at a time

    def update(self, uri: str, text: str, number: int) -> None:
        """Takes a new text of a file, and sees to it that the newest is judged and reported."""
        file = self.files.setdefault(uri, _OpenFile(text, number))
        file.text, file.version = text, number
        if file.judging is None or file.judging.done():
            file.judging = asyncio.create_task(self._judge(uri, file))

    def close(self, uri: str) -> None:
        """Forgets a file, and takes back what was said of it."""
        if self.files.pop(uri, None):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    async def reading(self, uri: str) -> Reading | None:
        """What is known about the newest text of a file; None where it is not open."""
        file = self.files.get(uri)
        return await asyncio.shield(file.judging) if file and file.judging else None

    async def _judge(self, uri: str, file: _OpenFile) -> Reading:
        while True:
            number = file.version
            path = lsp_uris.to_fs_path(uri) if uri.startswith("file:") else None  # else it is saved nowhere yet
            folder = self.folder_of(path) if path else None
            work = (file.text, _name(uri), self.plugins, self.today(), file.reading, folder)
            found = await asyncio.get_running_loop().run_in_executor(self._worker, read, *work)
            file.reading = found
            if self.files.get(uri) is not file:
                return found  # closed meanwhile
            if number == file.version:
                self._publish(uri, found, number)
                return found

    def _publish(self, uri: str, reading: Reading, number: int) -> None:
        places = self.positions(reading)
        published = [_diagnostic(one, places) for one in diagnostics(reading)]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, published, number))

    def positions(self, reading: Reading) -> Positions:
        """The places of a text in the units that this editor counts in."""
        return Positions(reading.text, self.workspace.position_encoding or "utf-16")


def _name(uri: str) -> str:
    return PurePosixPath(unquote(urlsplit(uri).path)).name or uri


def _range(places: Positions, start: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(*places.at(start)), lsp.Position(*places.at(end)))


def _diagnostic(diagnostic: Diagnostic, places: Positions) -> lsp.Diagnostic:
    found = diagnostic.finding
    return lsp.Diagnostic(
        range=_range(places, diagnostic.start, diagnostic.end),
        message=diagnostic.message,
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        code_description=lsp.CodeDescription(diagnostic.address) if diagnostic.address else None,
        source="mentorkit",
        data=found and {"severity": found.severity, "kind": found.kind.value, "path": list(found.path)},
    )


def _symbol(symbol: Symbol, places: Positions) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=symbol.name or '""',
        kind=lsp.SymbolKind.Module if symbol.is_table else lsp.SymbolKind.Property,
        range=_range(places, symbol.start, symbol.end),
        selection_range=_range(places, *symbol.key),
        children=[_symbol(within, places) for within in symbol.within],
    )


def make_server(
    plugins: Plugins, today: Callable[[], date], folder_of: Callable[[str], Folder | None]
) -> ProgrammeServer:
    """A server that is ready to be started, with `start_io()`.

    Args:
        plugins: those that are installed.
        today: gives the date of each check.
        folder_of: gives the folder that a file of a name is in, where the file of its larger service is.
    """
    server = ProgrammeServer(plugins, today, folder_of)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.update(params.text_document.uri, params.text_document.text, params.text_document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        newest = params.content_changes[-1].text  # all of it, as the server asks for
        server.update(params.text_document.uri, newest, params.text_document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        for uri, file in server.files.items():  # any of them may be part of the one that was saved
            server.update(uri, file.text, file.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        if (reading := await server.reading(params.text_document.uri)) is None:
            return None
        places = server.positions(reading)
        said = hover(reading, places.offset(params.position.line, params.position.character))
        if said is None:
            return None
        markdown = lsp.MarkupContent(lsp.MarkupKind.Markdown, said.markdown)
        return lsp.Hover(markdown, _range(places, said.start, said.end))

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=["[", ".", '"', "="]))
    async def completed(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        if (reading := await server.reading(params.text_document.uri)) is None:
            return []
        places = server.positions(reading)
        offset = places.offset(params.position.line, params.position.character)
        sectors = tuple(found.name for found in plugins.found)
        return [
            lsp.CompletionItem(
                label=one.label,
                kind=_KINDS[one.kind],
                detail=one.detail or None,
                filter_text=one.label.strip("[]"),
                sort_text=f"{number:04}",
                text_edit=lsp.TextEdit(_range(places, one.start, one.end), one.text),
            )
            for number, one in enumerate(completions(reading, offset, sectors))
        ]

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    )
    async def asked_for_fixes(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        if (reading := await server.reading(uri)) is None:
            return []
        places = server.positions(reading)
        start = places.offset(params.range.start.line, params.range.start.character)
        end = places.offset(params.range.end.line, params.range.end.character)
        return [
            lsp.CodeAction(
                title=fix.title,
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(fix.diagnostic, places)],
                is_preferred=fix.renames or None,
                edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(_range(places, fix.start, fix.end), fix.text)]}),
            )
            for fix in fixes(reading, start, end, plugins.found)
        ]

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: lsp.DefinitionParams) -> lsp.Location | None:
        uri = params.text_document.uri
        if (reading := await server.reading(uri)) is None:
            return None
        places = server.positions(reading)
        offset = places.offset(params.position.line, params.position.character)
        cursor = reading.outline.cursor(offset)
        if cursor and cursor.path == PART_OF and cursor.kind == "value":
            larger = urljoin(uri, quote(reading.outline.written(reading.outline[PART_OF])))
            return lsp.Location(larger, lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)))
        found = definition(reading.outline, offset)
        return lsp.Location(uri, _range(places, *found)) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        if (reading := await server.reading(params.text_document.uri)) is None:
            return []
        places = server.positions(reading)
        return [_symbol(symbol, places) for symbol in symbols(reading.outline)]

    return server
