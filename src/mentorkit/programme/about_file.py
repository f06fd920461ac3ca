"""[file]: what a file says of itself."""

from datetime import date

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.edition import Edition


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Confirmation(ByFields):
    """An entry of file.confirmed: one unusual value, and who has said that it is meant."""

    at: str | None = key(
        "the key of the unusual value, with the entries of lists by what names them",
        '"relationship.meeting_length"',
        question="Which key has the unusual value?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    value: str | None = key(
        "the value as the question about it says it; another value is asked about again",
        '"2 days"',
        question="Which unusual value is meant?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    agreed_by: str | None = key(
        "who confirmed it, by role",
        '"service manager"',
        question="Who confirmed the value, by role?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    agreed_on: date | None = key(
        "the day on which it was confirmed",
        "2026-11-22",
        question="When was the value confirmed?",
        decide_by=DecideBy.FIRST_MEETING,
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AboutFile(ByFields):
    """[file]: what the file says of itself."""

    asked_until: Edition | None = key(
        "the edition of the rules that the file was last checked against",
        '"2026-11"',
        question="Against which edition of the rules did you last check this file?",
        decide_by=DecideBy.RECRUITMENT,
    )
    complete: tuple[str, ...] | None = key(
        "the lists that name all that the programme has; of what another list lacks, nothing is known",
        '["programme.principles"]',
        question="Which lists in this file name all that the programme has?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    not_confirmed: tuple[str, ...] | None = key(
        "the keys whose values come from a template and that nobody has confirmed yet",
        '["training.length"]',
        question="Which values of the template has nobody confirmed yet?",
        decide_by=DecideBy.FIRST_MEETING,
    )
    confirmed: tuple[Confirmation, ...] | None = key(
        "unusual values that are meant, so that validate does not ask about them again",
        '[{ at = "relationship.meeting_length", value = "2 days" }]',
        question="Which unusual values in this file are meant?",
        decide_by=DecideBy.FIRST_MEETING,
    )
