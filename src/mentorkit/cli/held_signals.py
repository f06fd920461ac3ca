"""Signals that would end a run at the wrong moment: first it clears up, and then it ends as they ask."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_PIPE = getattr(signal, "SIGPIPE", None)
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class _Ended(BaseException):
    """A signal asks the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def clearing_up_first() -> Iterator[None]:
    """Lets what is inside clear up before SIGTERM, SIGHUP, or the SIGPIPE of a reader such as `| head` end the run."""

    def end(number: int, _: object) -> None:
        raise _Ended(number)

    handlers: dict[int, Any] = {number: end for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN}
    if _PIPE is not None:
        handlers[_PIPE] = signal.SIG_IGN  # writing fails instead
    ended: int | None = None
    try:
        with _handled_by(handlers):
            try:
                yield
            except _Ended as asked:
                ended = asked.number
                raise
            except BrokenPipeError:
                ended = _PIPE
                raise
    except (_Ended, BrokenPipeError):
        if ended is not None:
            signal.raise_signal(ended)  # ends the run, unless there is a file further out to clear up first
        raise


@contextmanager
def put_off() -> Iterator[None]:
    """Lets what is inside come to its end before SIGINT, SIGTERM or SIGHUP do what they do."""
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)

    numbers = (signal.SIGINT, *(n for n in _ENDING if signal.getsignal(n) is not signal.SIG_IGN))
    with _handled_by(dict.fromkeys(numbers, note)):
        yield
    for number in came[:1]:
        signal.raise_signal(number)


@contextmanager
def _handled_by(handlers: dict[int, Callable[[int, Any], object] | int | None]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
