"""[file]: what a file says of itself."""

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.values.by_fields import ByFields
from mentorkit.values.edition import Edition


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
