"""--debug: what plugins ended in, which nobody else is shown."""

import logging
from collections.abc import Callable

from mentorkit.values.crash_log import LOGGER


class _EachOnce(logging.StreamHandler):  # type: ignore[type-arg] # to standard error, whatever that is
    """Shows each place at which a plugin crashed once: a rule that is asked about a thousand people crashes often."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: set[tuple[str, int]] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Shows a crash with its traceback."""
        step = record.exc_info[2] if record.exc_info else None
        while step and step.tb_next:
            step = step.tb_next
        place = (step.tb_frame.f_code.co_filename, step.tb_lineno) if step else ("", 0)
        if place not in self._shown:
            self._shown.add(place)
            super().emit(record)


def show_crashes() -> Callable[[], None]:
    """Shows from now on what plugins end in; gives what ends that."""
    logger, handler = logging.getLogger(LOGGER), _EachOnce()
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)

    def end() -> None:
        logger.removeHandler(handler)
        logger.setLevel(before)

    return end
