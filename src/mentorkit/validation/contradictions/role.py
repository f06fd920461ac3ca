"""What the role of mentors is, which other places of a file say otherwise."""

from collections.abc import Iterator

from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction
from mentorkit.values.seen_text import as_seen


def tasks_that_are_excluded(programme: Programme) -> Iterator[Contradiction]:
    """Nobody does as a task what the role excludes."""
    excluded = {as_seen(entry): place for place, entry in enumerate(programme.role.excludes or ())}
    for place, task in enumerate(programme.role.tasks or ()):
        at = excluded.get(as_seen(task))
        if at is not None:
            message = f'"{task}" is a task, and role.excludes[{at}] says that nobody does it'
            yield Contradiction(("role", "tasks", place), message, "take it out of one of the two")


def clinical_work_that_is_excluded(programme: Programme) -> Iterator[Contradiction]:
    """A role with clinical work does not exclude treatment."""
    excludes = programme.role.excludes or ()
    for place, entry in enumerate(excludes):
        if programme.role.clinical and as_seen(entry) == "treatment":
            message = f'the role includes clinical work, and role.excludes[{place}] is "{entry}"'
            yield Contradiction(("role", "clinical"), message, CORRECT)


def people_who_have_to_take_part(programme: Programme) -> Iterator[Contradiction]:
    """Nobody decides about their own life who is made to take part.

    A court can order it of people on probation, about which their sector has a rule.
    """
    ordered = programme.value(("programme", "probation", "schemes")) is not None
    if programme.recruitment.mentees_volunteer is False and not ordered:
        for place, principle in enumerate(programme.programme.principles or ()):
            if principle == "self-determination":
                message = f'this is "{principle}", and recruitment.mentees_volunteer is false: people have to take part'
                yield Contradiction(("programme", "principles", place), message, CORRECT)


def expenses_that_nobody_gets(programme: Programme) -> Iterator[Contradiction]:
    """Those who get their expenses and nothing else get some."""
    if programme.role.paid == "expenses only" and programme.governance.expenses == ():
        message = 'this is "expenses only", and governance.expenses is an empty list'
        yield Contradiction(("role", "paid"), message, 'write paid = "unpaid", or name the costs that are paid back')
