"""Texts from a file within Markdown: they read as they were written, and none of their Markdown is obeyed."""

import re

from mentorkit.text.words import visible

_MEANS_SOMETHING = re.compile(r"[\\`*\[\]<>&|~#]|(?<![^\W_])_|_(?![^\W_])")
"""What Markdown would not show as it stands; an underscore within a word stays."""

_WOULD_LINK = re.compile(r"@|:(?=//)|www(?=\.)|#(?=[0-9])|gh-(?=[0-9])", re.IGNORECASE)
"""Behind which GitHub and others make a link or notify somebody: addresses, e-mail, @team, #12. They do so in the text
that a backslash or an entity already stands for; only something between the characters keeps them from it."""


def escaped(text: str) -> str:
    """A text as Markdown that reads as the text, links nowhere and notifies nobody.

    Where it would, a space without width stands in it.
    """
    written = _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}", visible(text).replace("\t", " "))
    return _WOULD_LINK.sub(r"\g<0>&#8203;", written)
