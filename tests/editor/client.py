"""An editor, as far as the protocol goes: a process of the server, and a client that talks to it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

URI = "file:///designs/programme.toml"
DAY = "2026-11-22"
_PATIENCE = 60
"""Seconds until a server that does not answer fails a test, and does not hang it."""


class Editor:
    """A client with one file."""

    def __init__(self, client: LanguageClient, told: "asyncio.Queue[lsp.PublishDiagnosticsParams]") -> None:
        self.client = client
        self.told = told
        self.version = 0
        self.document = lsp.TextDocumentIdentifier(URI)

    def edit(self, text: str) -> None:
        """Opens the file with a text, or changes all of it."""
        self.version += 1
        if self.version == 1:
            item = lsp.TextDocumentItem(URI, "toml", 1, text)
            self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        else:
            identifier = lsp.VersionedTextDocumentIdentifier(self.version, URI)
            change = lsp.TextDocumentContentChangeWholeDocument(text)
            self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(identifier, [change]))

    async def next(self) -> lsp.PublishDiagnosticsParams:
        """What the server says next."""
        return await asyncio.wait_for(self.told.get(), _PATIENCE)

    async def show(self, text: str) -> list[lsp.Diagnostic]:
        """Edits, and gives what the server says of that text."""
        self.edit(text)
        while (said := await self.next()).version != self.version:
            pass
        return [*said.diagnostics]


@asynccontextmanager
async def editor(encodings: Sequence[str] | None = None, python: str | Path = sys.executable) -> AsyncIterator[Editor]:
    """Starts a server as an editor does, and ends it as one does; what it complains of fails the test."""
    client = LanguageClient("a test", "1")
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
    complaints: list[str] = []
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: told.put_nowait(said))  # pygls marks functions
    client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda said: complaints.append(said.message))
    await client.start_io(str(python), "-m", "mentorkit", "lsp", "--on", DAY)
    general = lsp.GeneralClientCapabilities(position_encodings=encodings)
    able = lsp.ClientCapabilities(general=general if encodings else None)
    await asyncio.wait_for(client.initialize_async(lsp.InitializeParams(capabilities=able)), _PATIENCE)
    client.initialized(lsp.InitializedParams())
    yield Editor(client, told)
    await asyncio.wait_for(client.shutdown_async(None), _PATIENCE)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    assert complaints == []
