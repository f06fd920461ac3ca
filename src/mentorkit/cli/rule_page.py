"""Pages of rules: where they are is what a distribution says of itself, or else a variable for a guide of one's own."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import say

if TYPE_CHECKING:
    from mentorkit.registry.find import FoundPlugin

_RULES = "rules/{sector}.html#{rule}"
"""Where a site has the page of a sector's rules, and on it a rule, as the documentation of mentorkit is laid out."""
_CHECKS = "reading-a-finding.html#checks-of-the-file-itself"
_KEYS = "file-format.html"
GUIDE = "MENTORKIT_GUIDE"
"""The variable that names a built guide, by its address or folder, for distributions that name no documentation."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_LABELS = ("documentation", "docs")
"""https://packaging.python.org/en/latest/specifications/well-known-project-urls/"""


def page_of_rule(plugin: "FoundPlugin", rule: str) -> str | None:
    """The address of a rule's page.

    Args:
        plugin: that brings the rule. The metadata of its distribution name the address under "Documentation" in the
            URLs of the project: one that ends in / is a site, laid out like ours; any other is the page of the rules.
        rule: its id.

    Returns:
        None where the distribution names no address of the web, and MENTORKIT_GUIDE no guide.

    Raises:
        UsageError: where MENTORKIT_GUIDE names something else.
    """
    base = _documentation(plugin.distribution) or _guide()
    if base is None:
        return None
    if base.endswith("/"):
        return base + _RULES.format(sector=plugin.name, rule=rule.lower())
    return base if "#" in base else f"{base}#{rule.lower()}"


def page_of_checks() -> str | None:
    """The address of the page on the checks of the file itself; None where nobody names one.

    Raises:
        UsageError: as of a rule.
    """
    return _page_of_mentorkit(_CHECKS)


def page_of_keys() -> str | None:
    """The address of the page on the keys of the file; None where nobody names one.

    Raises:
        UsageError: as of a rule.
    """
    return _page_of_mentorkit(_KEYS)


def _page_of_mentorkit(page: str) -> str | None:
    base = _documentation("mentorkit") or _guide()
    return base + page if base and base.endswith("/") else base


def show_page(page: str | None, distribution: str, rule: str) -> None:
    """Prints an address, and opens it for somebody at a terminal.

    Raises:
        ClickException: where there is none.
    """
    if page is None:
        raise click.ClickException(
            f"{rule} has no web page; 'mentorkit explain {rule}' says the same here, and {GUIDE} can name a "
            f'guide that you have built (for its makers: {distribution} names no "Documentation" among the URLs of its '
            "project)"
        )
    say(f"{page}\n")
    if sys.stdout.isatty():
        click.launch(page)


def _guide() -> str | None:
    named = os.environ.get(GUIDE)
    if not named:
        return None
    if _ADDRESS.fullmatch(named):
        return named.rstrip("/") + "/"
    if not os.path.isdir(Path(named, "rules")):  # noqa: PTH112 - pathlib raises where nobody may look
        raise click.UsageError(
            f'{GUIDE} names "{named}", which is neither a web address nor a folder with a built guide'
        )
    return Path(named).resolve().as_uri() + "/"


def _documentation(distribution: str) -> str | None:
    from importlib import metadata

    try:
        urls = metadata.metadata(distribution).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    for url in urls:
        label, _, address = url.partition(",")
        if re.sub(r"[\W_]", "", label).lower() in _LABELS and _ADDRESS.fullmatch(address.strip()):
            return str(address.strip())
    return None
