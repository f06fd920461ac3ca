"""What the guide's links lead to, for Sphinx: headings, pages that lie elsewhere, and names of the public surface."""

import os
import re
from importlib import import_module
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
PUBLIC = ("mentorkit.api", "mentorkit.testing")
TAKEN_IN = {
    "contributing": DOCS.parent / "CONTRIBUTING.md",
    "examples": DOCS.parent / "examples" / "README.md",
    "index": DOCS / "README.md",
    "sectors/workplace": DOCS.parent / "examples" / "plugins" / "workplace" / "README.md",
}
"""Pages that are read where they lie in the repository, by the page of the site that has their text."""
_SHOWN_AT = {
    DOCS.parent / "README.md": DOCS / "index.md",  # what the repository shows first
    **{page: DOCS / f"{name}.md" for name, page in TAKEN_IN.items()},
}

_LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)#\s]+)")


def slug(title: str) -> str:
    """The anchor of a heading: its rule's id, as in the pages' own anchors, or else GitHub's."""
    if rule := re.match(r"([A-Z]{3}[0-9]{3}): ", title):
        return rule[1].lower()
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _led(text: str, written_in: Path, shown_in: Path) -> str:
    """A page whose links lead from the folder in which it is shown to where they led from its own."""

    def lead(link: re.Match[str]) -> str:
        target = Path(os.path.normpath(written_in / link[1]))
        return Path(os.path.relpath(_SHOWN_AT.get(target, target), shown_in)).as_posix()

    return _LINK.sub(lead, text)


def _read_page(_app: Any, docname: str, text: list[str]) -> None:
    """Puts the text of a page that lies elsewhere into the site, and before the order of the site what it is."""
    folder = (DOCS / docname).parent
    if elsewhere := TAKEN_IN.get(docname):
        order = text[0] if docname == "index" else ""
        text[0] = f"{_led(elsewhere.read_text(encoding='utf-8'), elsewhere.parent, folder)}\n{order}"
    else:
        text[0] = _led(text[0], folder, folder)


def _no_type_first(_app: Any, what: str, _name: str, _object: Any, _options: Any, lines: list[str]) -> None:
    """Keeps what a property's docstring says before a colon from being read as its type."""
    if what == "property":
        lines.insert(0, "")


def _public_name(app: Any, environment: Any, node: Any, shown: Any) -> Any:
    """Leads from the module in which something is defined to the one from which it may be imported."""
    module, _, name = node.get("reftarget", "").rpartition(".")
    if node.get("refdomain") != "py" or module in PUBLIC:
        return None
    for public in PUBLIC:
        if name in getattr(import_module(public), "__all__", ()):
            domain = environment.get_domain("py")
            return domain.resolve_xref(environment, node["refdoc"], app.builder, "obj", f"{public}.{name}", node, shown)
    return None


def setup(app: Any) -> dict[str, bool]:
    """Tells Sphinx."""
    for field in app.registry.domains["py"].directives["class"].doc_field_types:
        if field.name == "variable":
            field.label = "Attributes"  # as docstrings call them, where Sphinx says Variables
    app.connect("source-read", _read_page)
    app.connect("autodoc-process-docstring", _no_type_first, priority=400)  # before napoleon reads them
    app.connect("missing-reference", _public_name)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
