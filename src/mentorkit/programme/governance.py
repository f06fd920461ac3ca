"""[governance] and [[waivers]]: what is written down, paid for and decided."""

from datetime import date
from typing import Literal

import attrs

from mentorkit.programme.key import key
from mentorkit.values.by_fields import ByFields


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Governance(ByFields):
    """[governance]: what is written down, paid for and planned."""

    documents: tuple[str, ...] | None = key("what exists in writing", '["boundaries policy"]')
    budget: tuple[str, ...] | None = key("what there is money for", '["training", "criminal record checks"]')
    expenses: tuple[str, ...] | None = key("what {mentors} get back", '["travel", "lunch"]')
    expenses_paid: Literal["exact cost with receipts", "exact cost", "flat rate"] | None = key(
        "how expenses are worked out", '"exact cost with receipts"'
    )
    turnover: str | None = key("how the programme copes when {mentors} leave", '"two cohorts a year"')
    health_data_basis: str | None = key(
        'the condition of Article 9 of the UK GDPR for keeping data on health, or "none kept"',
        '"explicit consent"',
    )
    offence_data_basis: str | None = key(
        "the condition of Schedule 1 to the Data Protection Act 2018 for keeping data on offences, results of checks "
        'among them, or "none kept"',
        '"consent"',
    )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class WaiverEntry(ByFields):
    """[[waivers]]: a recorded, dated, signed decision not to follow a rule."""

    rule: str | None = key("the rule that is not followed", '"SUB101"')
    reason: str | None = key("why the rule is not followed", '"the service is run by its own mentors"')
    agreed_by: str | None = key("who decided, by role", '"safeguarding lead"')
    until: date | None = key("the last day on which the decision counts", "2027-03-31")
