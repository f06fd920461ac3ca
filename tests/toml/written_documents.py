"""Random TOML documents, written down by a writer that notes where everything stands.

What the scanner finds can be compared with that exactly.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from mentorkit.programme.path import Path

from .made_documents import BARE, CONTROLS, ODD, Inline, Maker, Scalar, Table
from .places_by_parsing import Place


class Writer(Maker):
    """Makes up a document and writes it, noting the place of everything."""

    def __init__(self, random: Random, size: int = 3) -> None:
        super().__init__(random, size)
        self.parts: list[str] = []
        self.pos = 0
        self.noted: dict[Path, Place] = {}

    def document(self) -> tuple[str, dict[str, Any], dict[Path, Place]]:
        """Return a document, its data and its places."""
        root = self.make_table(depth=0, explicit=True)
        self.write_gaps()
        for section in self.sections((), root, None):
            section()
        if self.parts and self.chance(0.2):
            self.write_comment()  # at the very end, without a line end
        return "".join(self.parts), root.data(), self.noted

    def write(self, source: str) -> int:
        """Write something and return where it starts."""
        start = self.pos
        self.parts.append(source)
        self.pos += len(source)
        return start

    def write_comment(self) -> None:
        """Write a comment."""
        text = "".join(self.random.choice(ODD + BARE[::9] + '"""' + "'''") for _ in range(self.upto(8)))
        self.write(self.random.choice(["#", "# ", "##"]) + text)

    def write_gaps(self) -> None:
        """Write blank lines and comment lines, perhaps none."""
        while self.chance(0.2):
            self.write(self.space())
            if self.chance(0.5):
                self.write_comment()
            self.write(self.end())

    def write_line_end(self) -> None:
        """Write the end of a line, with what may follow until the next key."""
        self.write(self.space())
        if self.chance(0.2):
            self.write_comment()
        self.write(self.end())
        self.write_gaps()

    def write_key_part(self, key: str) -> tuple[int, int]:
        """Write one part of a key, and return its span."""
        forms = [self.quote(key)]
        if key and all(char in BARE for char in key):
            forms += [key] * 3
        if not any(char in CONTROLS or char == "'" for char in key):
            forms.append(f"'{key}'")
        source = self.random.choice(forms)
        start = self.write(source)
        return start, start + len(source)

    def write_keys(self, above: Path, keys: Path) -> tuple[int, int]:
        """Write a dotted key, note what it implies, and return the span of its last part.

        The keys may have indices among them, which are not written.
        """
        span = (0, 0)
        path = above
        for number, key in enumerate(keys):
            path = (*path, key)
            if isinstance(key, int):
                continue
            if number:
                self.write(self.space() + "." + self.space())
            span = self.write_key_part(key)
            if number < len(keys) - 1:
                self.noted.setdefault(path, (span, span))
        return span

    def write_pair(self, above: Path, keys: tuple[str, ...], value: Any) -> None:
        """Write a key with its value, and note both."""
        span = self.write_keys(above, keys)
        self.write(self.space() + "=" + self.space())
        start = self.write_value((*above, *keys), value)
        self.noted[*above, *keys] = (span, (start, self.pos))

    def write_value(self, path: Path, node: Any) -> int:
        """Write a value, note what is in it but not itself, and return where it starts."""
        if isinstance(node, Scalar):
            return self.write(node.source)
        if isinstance(node, Inline):
            start = self.write("{" + self.space())
            for number, (keys, value) in enumerate(node.items):
                if number:
                    self.write(self.space() + "," + self.space())
                self.write_pair(path, keys, value)
            self.write(self.space() + "}")
            return start
        start = self.write("[")
        for index, value in enumerate(node.items):
            self.write_array_gap()
            item = self.write_value((*path, index), value)
            self.noted[*path, index] = ((item, self.pos), (item, self.pos))
            self.write_array_gap()
            if index < len(node.items) - 1 or self.chance(0.2):
                self.write(",")
        self.write_array_gap()
        self.write("]")
        return start

    def write_array_gap(self) -> None:
        """Write what may stand between the values of an array."""
        self.write(self.space())
        while self.chance(0.2):
            if self.chance(0.4):
                self.write_comment()
            self.write(self.end() + self.space())

    def sections(self, path: Path, table: Table, header: str | None) -> Iterator[Callable[[], None]]:
        """Yield what writes each section of a table: its own and, mixed with it, those of the tables below it.

        ``header`` is the bracket of its header, or None for the root.
        """
        streams: list[Iterator[Callable[[], None]]] = []
        if table.explicit:
            own = iter([lambda: self.write_section(path, table, header)])
            # The root has no header, and an element of an array is made by its header: both have to come first.  So
            # has a table with tables below those of its dotted keys.
            if header != "[" or any(len(keys) > 1 for keys in table.tables):
                yield next(own)
            streams.append(own)
        for keys, below in table.tables.items():
            if isinstance(below, list):
                streams.append(self.element_sections((*path, *keys), below))
            else:
                streams.append(self.sections((*path, *keys), below, "["))
        while streams:
            stream = self.random.choice(streams)
            section = next(stream, None)
            if section is None:
                streams.remove(stream)
            else:
                yield section

    def element_sections(self, path: Path, elements: list[Table]) -> Iterator[Callable[[], None]]:
        """Yield what writes each section of the elements of an array of tables."""
        for index, element in enumerate(elements):
            yield from self.sections((*path, index), element, "[[")

    def write_section(self, path: Path, table: Table, header: str | None) -> None:
        """Write a header and what stands directly below it."""
        if header:
            self.write(self.space())
            start = self.write(header)
            self.write(self.space())
            span = self.write_keys((), path[:-1] if header == "[[" else path)
            self.write(self.space() + "]" * len(header))
            self.noted[path] = (span, (start, self.pos))
            if header == "[[":
                self.noted.setdefault(path[:-1], self.noted[path])
            self.write_line_end()
        for keys, value in table.body:
            self.write(self.space())
            self.write_pair(path, keys, value)
            self.write_line_end()
