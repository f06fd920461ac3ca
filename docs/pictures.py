"""Draws the guide's pictures: networks of the examples, and a tour of a terminal from what commands really print."""

import io
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-11-22"
"""The date of the checks whose results the pictures show."""

COLUMNS = 112
TOUR = (
    f"""mentorkit init ours.toml --from template --sector substance --setting community --nation england \\
  --name "Ours" --on {DAY}""",
    """sed -i 's/^abstinence = "3 months"/abstinence = "2 weeks"/' ours.toml""",
    f"mentorkit validate ours.toml --on {DAY}",
    'mentorkit network paths ours.toml suicide --from mentor --at "Saturday 03:00"',
)
ABOUT = (
    "A terminal. mentorkit init writes a first file from a template, and says how many of its values nobody has "
    "confirmed. Once the time free of dependence is changed to two weeks, validate marks the line, says that it has to "
    "be at least 30 days, and from which source. network paths says who is called with thoughts of suicide at 3 in the "
    "morning."
)
_COLOURS = TerminalTheme(
    background=(27, 31, 36),
    foreground=(220, 225, 230),
    normal=[
        (27, 31, 36),
        (255, 123, 114),
        (126, 211, 133),
        (236, 190, 95),
        (121, 184, 255),
        (210, 168, 255),
        (112, 214, 220),
        (220, 225, 230),
    ],
)
# Without the fonts that rich would fetch: the picture asks nothing of the network, and says in words what it shows.
_SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" width="{width}" role="img" aria-labelledby="{unique_id}-about" xmlns="http://www.w3.org/2000/svg">
<desc id="{unique_id}-about">ABOUT</desc>
<style>
.{unique_id}-matrix {{font-family: Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: {char_height}px; line-height: {line_height}px}}
.{unique_id}-title {{font-size: 18px; font-weight: bold; font-family: Helvetica, Arial, "Liberation Sans", sans-serif}}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""  # noqa: E501


def pages() -> dict[Path, str]:
    """Every picture, by its place."""
    made = {PICTURES / "tour.svg": _tour()}
    for sheet in sorted((ROOT / "examples").glob("*/people")):
        (design,) = sheet.parent.glob("*.toml")
        made[PICTURES / f"network-{design.parent.name}.svg"] = _network(design)
    return made


def _network(design: Path) -> str:
    command = [sys.executable, "-m", "mentorkit", "network", "draw", str(design), "--on", DAY]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _tour() -> str:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with tempfile.TemporaryDirectory() as folder:
        for command in TOUR:
            console.print(Text(f"$ {command}".replace("\n", "\n> "), style="bold"))
            console.print(Text.from_ansi(_on_terminal(command, Path(folder))))
    picture = console.export_svg(title="mentorkit", theme=_COLOURS, code_format=_SVG, unique_id="tour")
    return "\n".join(line.rstrip() for line in picture.replace("ABOUT", ABOUT).splitlines()) + "\n"


def _on_terminal(command: str, folder: Path) -> str:
    """What a command prints on a terminal, with its colours."""
    ours, theirs = pty.openpty()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    running = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # Linux's way of saying that the other end is closed
        pass
    os.close(ours)
    running.wait()
    answer = said.decode().replace("\r\n", "\n")
    return f"{answer.rstrip()}\n" if answer else ""
