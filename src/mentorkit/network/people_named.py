"""What is wrong with the people whom a key of the file names, and who they are."""

from collections.abc import Iterator, Sequence

from mentorkit.core.finding import Problem
from mentorkit.declaring.problems import not_settled
from mentorkit.programme.path import Path, Place, path_of
from mentorkit.programme.somebody import has_a_double, likely, names_mentors, names_nobody, who_is
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written


def people_not_known(programme: Programme, at: str | Place | Path) -> Iterator[Problem]:
    """A problem for each name that a key states of somebody who is not in the network and not among [[staff]].

    Args:
        programme: the design.
        at: a key whose value is the name of somebody, or a list of names. Nothing is said of what nobody has stated,
            of "nobody" or of the mentors themselves: whether these may be named is for the rule of the key.

    Examples:
        >>> from mentorkit.programme.support import Safeguarding
        >>> design = Programme(safeguarding=Safeguarding(risk_told_to="the lead"))
        >>> [problem.message for problem in people_not_known(design, "safeguarding.risk_told_to")]
        ['which member of the network or of [[staff]] is "the lead"']
    """
    for path, name in _names_at(programme, path_of(at)):
        if names_nobody(name) or names_mentors(programme, name) or who_is(programme, name):
            continue
        if has_a_double(programme, name):
            continue  # STD701 asks for another id
        offered = likely(programme, name)
        fix = (
            f"write {written(offered.id)} if {offered.title} is meant, or add them to [[network.members]] or [[staff]]"
            if offered
            else "add them to [[network.members]] or [[staff]] with an id, and write that id here"
        )
        called = getattr(name, "called", name)
        yield not_settled(path, f"which member of the network or of [[staff]] is {written(called)}", fix)


def _names_at(programme: Programme, path: Path) -> Sequence[tuple[Path, str]]:
    """The names that a key states, each with its place."""
    value = programme.value(path)
    if isinstance(value, tuple):
        return [((*path, place), name) for place, name in enumerate(value)]
    return [] if value is None else [(path, value)]
