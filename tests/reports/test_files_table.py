"""What several files come to: a table, or lines where the terminal is too narrow; the worst first."""

from datetime import date
from pathlib import Path

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.reports.report_writer import ReportOptions
from mentorkit.reports.text import Text
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.validate import validate

ON = date(2026, 11, 22)
PLUGINS = Plugins()
SOUND = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
TEXTS = {
    "sound.toml": SOUND,
    "open.toml": SOUND.replace('risk_told_to = "safeguarding lead"\n', "", 1),
    "wrong.toml": SOUND.replace('length = "8 weeks"', 'length = "soon"', 1),
}
TABLE = """\
to put right  to decide  worth doing  to confirm  to start    file
           -          -            -           -  not judged  none.toml
           1          0            0           0  not safe    wrong.toml
           0          1            0           0  not safe    open.toml
           0          0            0           0  safe        sound.toml
"""
LINES = """\
none.toml: not judged
wrong.toml: not safe to start, 1 to put
  right
open.toml: not safe to start, 1 to
  decide
sound.toml: safe to start
"""


def together(width: int | None, text: str = "") -> str:
    """What is said at the end, where errors are marked with "!" and warnings with "?"."""
    marks = {"error": "!", "warning": "?"}
    writer = Text(ReportOptions(ON, width=width, style=lambda said, style: marks.get(style, "") + said))
    for name, content in {"only.toml": text, "twice.toml": text}.items() if text else TEXTS.items():
        writer.add(validate(content.encode(), name, PLUGINS, ON))
    if not text:
        writer.add(CannotJudgeError("none.toml", "there is no such file", "check its name"))
    return writer.end()


@pytest.mark.parametrize(("width", "said"), [(40, LINES), (80, TABLE), (120, TABLE), (None, TABLE)])
def test_the_files_fit_into_the_terminal_with_the_worst_first(width: int | None, said: str) -> None:
    ended = together(width)
    assert ended.startswith(f"\n{said}\n!4 files together: ")
    assert width is None or max(map(len, ended.splitlines())) <= width + 1  # with the mark


@pytest.mark.parametrize(("name", "mark"), [("wrong.toml", "!"), ("open.toml", "?"), ("sound.toml", "")])
def test_red_is_for_what_is_to_be_put_right(name: str, mark: str) -> None:
    assert f"\n{mark}2 files together: " in together(None, TEXTS[name])
