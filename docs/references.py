"""What the guide's links lead to, for Sphinx: the headings of pages, and the names of the public surface."""

import re
from importlib import import_module
from typing import Any

PUBLIC = ("mentorkit.api", "mentorkit.testing")


def slug(title: str) -> str:
    """The anchor of a heading: its rule's id, as in the pages' own anchors, or else GitHub's."""
    if rule := re.match(r"([A-Z]{3}[0-9]{3}): ", title):
        return rule[1].lower()
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


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


def _no_type_first(_app: Any, what: str, _name: str, _object: Any, _options: Any, lines: list[str]) -> None:
    """Keeps what a property's docstring says before a colon from being read as its type."""
    if what == "property":
        lines.insert(0, "")


def setup(app: Any) -> dict[str, bool]:
    """Tells Sphinx."""
    app.connect("missing-reference", _public_name)
    app.connect("autodoc-process-docstring", _no_type_first, priority=400)  # before napoleon reads them
    return {"parallel_read_safe": True, "parallel_write_safe": True}
