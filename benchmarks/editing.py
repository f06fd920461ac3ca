"""An editor that edits one file and waits for what the language server says of it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from types import TracebackType
from typing import Any, Self

_URI = "file:///programme.toml"


class Editing:
    """A server with one open file.

    Args:
        day: of every check.
        environment: of the server's process.
    """

    def __init__(self, day: str, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "mentorkit", "lsp", "--on", day]
        self._server = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._versions = count(1)
        self._send("initialize", id=1, capabilities={})
        self._hear()
        self._send("initialized")
        opened = {"uri": _URI, "languageId": "toml", "version": next(self._versions), "text": ""}
        self._send("textDocument/didOpen", textDocument=opened)
        self._hear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, at: TracebackType | None
    ) -> None:
        self._send("shutdown", id=2)
        self._send("exit")
        self._server.communicate(timeout=60)

    def edit(self, *texts: str) -> list[int]:
        """Makes edits one right after the other, and waits for what is said of the last.

        Returns:
            How many findings each answer has; fewer answers than edits where stale work was dropped.
        """
        for text in texts:
            newest = next(self._versions)
            document = {"uri": _URI, "version": newest}
            self._send("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        answers = []
        while True:
            said = self._hear()["params"]
            answers.append(len(said["diagnostics"]))
            if said["version"] == newest:
                return answers

    def _send(self, method: str, id: int | None = None, **params: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({"id": id} if id else {})
        body = json.dumps(message).encode()
        assert self._server.stdin is not None  # noqa: S101 - it is a pipe
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _hear(self) -> Any:
        assert self._server.stdout is not None  # noqa: S101 - it is a pipe
        size = 0
        while (line := self._server.stdout.readline().strip()) or not size:
            if line.lower().startswith(b"content-length:"):
                size = int(line.partition(b":")[2])
        return json.loads(self._server.stdout.read(size))
