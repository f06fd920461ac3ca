"""[[role.credentials]]: what shows that a mentor is qualified for the role."""

import attrs

from mentorkit.programme.key import DecideBy, key
from mentorkit.values.by_fields import ByFields


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Credential(ByFields):
    """A credential of the person, such as a certificate or a licence; the award of a course is in training.award."""

    title: str | None = key(
        "the title of the credential",
        '"Certified Recovery Coach"',
        question="What is the title of the credential?",
        decide_by=DecideBy.RECRUITMENT,
    )
    awarded_by: str | None = key(
        "the body that awards the credential",
        '"a state board"',
        question="Which body awards the credential?",
        decide_by=DecideBy.RECRUITMENT,
    )
    approved_by: tuple[str, ...] | None = key(
        "the bodies that have approved the credential, or the course that leads to it",
        '["a professional association"]',
        question="Which bodies have approved the credential?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    takes: tuple[str, ...] | None = key(
        "what it takes to get the credential, and to keep it",
        '["examination", "continuing education"]',
        question="What does it take to get the credential, and to keep it?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    )
    needed: bool | None = key(
        "whether nobody can be a {mentor} without the credential, or another one that is needed",
        "true",
        question="Does a {mentor} need this credential, or another of those that you list?",
        decide_by=DecideBy.RECRUITMENT,
    )
