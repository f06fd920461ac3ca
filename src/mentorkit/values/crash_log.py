"""Asking a plugin. What it ends in may say something about somebody, so it is kept from people; --debug shows it."""

from collections.abc import Callable
from typing import Any

LOGGER = "mentorkit"


def note_crash(crash: BaseException) -> None:
    """Notes what a plugin ended in, with its traceback, where nobody sees it who has not asked.

    Examples:
        >>> note_crash(ValueError("housed since 2026-01-31"))  # shows nothing
    """
    import logging  # only wanted where something crashed

    logging.getLogger(LOGGER).debug("a plugin ended in %s", type(crash).__name__, exc_info=crash)


class CrashedError(Exception):
    """A rule did not answer; the message says how, without the values that it was asked about."""


def call_plugin(function: Callable[[], Any]) -> Any:
    """What a function of a plugin gives.

    Raises:
        CrashedError: where it raises or exits; what will not answer must never end the run, or be skipped.
    """
    try:
        return function()
    except (KeyboardInterrupt, CrashedError):  # of which the second says already what was wrong
        raise
    except BaseException as crash:
        note_crash(crash)
        raise CrashedError(f"it ended in {type(crash).__name__}") from crash
