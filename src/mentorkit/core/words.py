"""What people are called here: each sector has its own words, and messages use them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mentor": "mentor",
    "mentors": "mentors",
    "mentee": "mentee",
    "mentees": "mentees",
    "lead_worker": "lead worker",
}
"""The words that a sector may set, with those used where none does."""


def in_words(text: str, words: Mapping[str, str], values: Mapping[str, object] | None = None) -> str:
    """A message with its placeholders filled in: the sector's words, and the values of a rule's arguments."""
    return text.format_map({**WORDS, **words, **(values or {})}) if "{" in text else text
