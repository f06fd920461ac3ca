"""--way: for which of a programme's ways of support an answer is."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import Command, OneOfWords
from mentorkit.core.stage import Stage
from mentorkit.programme.ways import Way, way_names

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.toml.document import CannotJudgeError


def way_option(command: Command) -> Command:
    """--way: which way of support the records are about."""
    return click.option(
        "--way",
        type=OneOfWords([way.value for way in Way]),
        help="The way of support that the records are about. Only needed if the programme offers several that ask "
        "different things, and the columns of the sheet do not say which is meant.",
    )(command)


def in_one_way(
    file: str, rulebook: "Rulebook", programme: "Programme", way: str | None, stages: Collection[Stage]
) -> "Programme":
    """The programme as the people in one of its ways of support meet it.

    Args:
        file: the name of the programme's file.
        rulebook: its rules.
        programme: the design.
        way: the name of the way of support that was asked for; None where it was not said.
        stages: the stages that the answer is about. Where one way alone decides on people at any of them, that one is
            meant.

    Raises:
        CannotJudgeError: where the programme does not offer this way, or where it offers several in which other rules
            hold, and it was not said which of them is meant.
    """
    from mentorkit.programme.way_stages import ways_that_decide
    from mentorkit.text.words import listed
    from mentorkit.toml.document import CannotJudgeError

    offered = [each for each in Way if programme.offers(each)]
    if way is not None:
        if programme.offers(Way(way)) is False:
            names = listed(way_names(offered)) or "other ways of support"
            raise CannotJudgeError(
                file, f"this programme does not offer {way}: it offers {names}", "name one of its ways with --way"
            )
        return programme.in_way(Way(way))
    deciding = [each for each in offered if any(each in ways_that_decide(stage.value) for stage in stages)]
    if len(deciding) == 1 < len(offered):
        return programme.in_way(deciding[0])
    if len({_asked(rulebook, programme.in_way(each), stages) for each in deciding}) > 1:
        names = listed(way_names(deciding))
        message = f"this programme offers {names}, and asks different things in them"
        fix = f'say which one the records are about, such as --way "{deciding[0].value}"'
        raise CannotJudgeError(file, message, fix)
    return programme


def matched_differently(file: str, ways: Collection[Way]) -> "CannotJudgeError":
    """What is raised where people could be matched in several ways of support, and nothing says which is meant."""
    from mentorkit.text.words import listed
    from mentorkit.toml.document import CannotJudgeError

    names = way_names(ways)
    message = f"this programme offers {listed(names)}, and people are matched differently in each"
    return CannotJudgeError(file, message, f'say which one is meant, such as --way "{names[0]}"')


def require_decided(
    file: str, rulebook: "Rulebook", programme: "Programme", stage: Stage, undone: str, *, asked: bool = False
) -> None:
    """Ends the command where nobody is decided on at a stage, whatever is known about them.

    Args:
        file: the name of the programme's file.
        rulebook: its rules.
        programme: the design, in one of its ways of support.
        stage: the stage.
        undone: what is not done then, such as "nothing decided".
        asked: whether the design itself asks something about people at the stage.

    Raises:
        NothingDoneError: with the reason, and what to do instead.
    """
    from mentorkit.cli.exit_status import NothingDoneError
    from mentorkit.core.case_reading import required_before
    from mentorkit.programme.way_stages import what_to_do_instead, why_nothing_is_decided
    from mentorkit.toml.document import CannotJudgeError

    stages = (*required_before(programme, stage), stage)
    asked = asked or any(rule.facts for rule in rulebook.rules_for(programme) if rule.stage in stages)
    if why := why_nothing_is_decided(programme, stage.value, asked=asked):
        raise NothingDoneError(CannotJudgeError(file, why, what_to_do_instead(programme, stage.value)), undone)


def _asked(rulebook: "Rulebook", programme: "Programme", stages: Collection[Stage]) -> tuple[object, ...]:
    """What is asked of a record in a programme: the rules that apply, and which stages decide on nothing."""
    from mentorkit.programme.way_stages import why_nothing_is_decided

    undecided = tuple(bool(why_nothing_is_decided(programme, stage.value, asked=True)) for stage in stages)
    applying = tuple(rule.id for rule in rulebook.rules_for(programme) if rule.stage and rule.stage in stages)
    return undecided, applying
