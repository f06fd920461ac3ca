"""What plugins end in is kept from people, to whom it may say something about somebody; --debug shows it."""

LOGGER = "mentorkit"


def note_crash(crash: BaseException) -> None:
    """Notes what a plugin ended in, with its traceback, where nobody sees it who has not asked.

    Examples:
        >>> note_crash(ValueError("housed since 2026-01-31"))  # shows nothing
    """
    import logging  # only wanted where something crashed

    logging.getLogger(LOGGER).debug("a plugin ended in %s", type(crash).__name__, exc_info=crash)
