"""How deep a TOML text goes: checked before the parser is asked, whose time grows with the square of a key's parts."""

import re

DEEPEST = 20
"""The most parts of a key, and the most lists and tables in each other; no design has half as many of either."""

# Texts and comments are passed over whole. No loop can match the same text in two ways, which keeps this linear.
_TOKEN = re.compile(
    r'"""[^"\\]*+(?:(?:\\.|""?+(?!"))[^"\\]*+)*(?:"{3,5})?'
    r"|'''[^']*+(?:''?+(?!')[^']*+)*(?:'{3,5})?"
    r'|"[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*"?'
    r"|'[^'\r\n]*+'?"
    r"|\#[^\n]*+"
    r"|(?P<dot>\.)"
    r"|(?P<open>[\[{])"
    r"|(?P<close>[\]}])"
    r"|(?P<end>[\n,=][\s,=]*+)",
    re.DOTALL,
)


def too_deep(text: str) -> tuple[int, str, str] | None:
    """Where a text goes too deep, what is wrong and what to do; None where it does not.

    Args:
        text: TOML, or what is meant to be.
    """
    dots = depth = 0
    for found in _TOKEN.finditer(text):
        match found.lastgroup:
            case "dot":
                dots += 1
                if dots >= DEEPEST:
                    return (
                        found.start(),
                        f"this key has more than {DEEPEST} parts",
                        "write fewer, with a dot between them",
                    )
            case "open":
                dots = 0
                depth += 1
                if depth > DEEPEST:
                    return found.start(), "lists or tables are nested too deeply", "take some of the brackets out"
            case "close":
                dots = 0
                depth -= 1
            case "end":
                dots = 0
    return None
