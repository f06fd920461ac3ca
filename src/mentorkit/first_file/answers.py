"""What a service says of its programme before the file is there."""

import attrs

from mentorkit.programme.design import Design, Nation, Setting
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import WayName
from mentorkit.text.values_in_text import written
from mentorkit.toml.edits import escaped_line


@attrs.frozen(kw_only=True)
class FirstFileAnswers:
    """The answers.

    Attributes:
        name: of the programme.
        sectors: whose rules apply, as well as the shared standards.
        settings: where it is delivered.
        nation: whose law applies.
        ways: the ways of support that it offers; empty for those of the template.
    """

    name: str
    sectors: tuple[str, ...]
    settings: tuple[Setting, ...]
    nation: Nation
    ways: tuple[WayName, ...] = ()

    @property
    def programme(self) -> Programme:
        """The design as far as the answers say it."""
        return Programme(programme=Design(**attrs.asdict(self)))

    def written(self) -> dict[str, str]:
        """The keys of [programme] that are answered, each with its value as the file writes it."""
        said = attrs.asdict(self, recurse=False)
        return {name: _written(value) for name, value in said.items() if value or name != "ways"}


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return escaped_line("x", value).removeprefix("x = ")
    return written(value)
