"""What kind of file something is, from how it begins: an answer replaces an earlier one, and nothing else."""

import re

_HEAD = 65_536
_JSON = re.compile(r'\{\s*"([^"]*)"\s*:(?:\s*[\w.+-]+\s*,\s*"([^"]*)"\s*:)?')
_MARKUP = re.compile(r"(?:<[?!][^>]*>\s*)*<([A-Za-z][\w:.-]*)")
_TOML = re.compile(r"(?:#[^\n]*\n|[ \t\r\n])*+(?:\[{1,2}[ \t]*[\w\"'.-]+|[\w\"'.-]+[ \t]*=)")
_OWN_FIRST_LINE = ("BEGIN:", "digraph", "flowchart", "---", "#")


def kind_of(content: bytes) -> str:
    """A name for the kind of file that begins so; two files of one kind can stand for each other.

    A sheet is of the kind of its header, JSON of its first keys, markup of its outermost element.
    """
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in head:
        return f"binary {head[:4].hex()}"
    text = head.decode("utf-8", "replace").lstrip()
    if found := _JSON.match(text):
        return f"JSON {found[1]} {found[2]}"
    if found := _MARKUP.match(text):
        return f"markup {found[1]}"
    first = text.partition("\n")[0].strip()
    if first.startswith(_OWN_FIRST_LINE) and not _TOML.match(text):
        return f"first line {re.sub('[0-9]+', '0', first)}"
    if _TOML.match(text):
        return "TOML"
    if re.fullmatch(r"[^\s,;]+([,;][^,;:]*)+", first):
        return f"sheet {first}"
    return "text"
