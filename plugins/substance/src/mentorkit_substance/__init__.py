"""Rules for peer mentoring in drug and alcohol services."""

from mentorkit.api import Rule, Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Drug and alcohol services, and what people are called there."""
    return Sector(
        title="drug and alcohol services",
        prefix="SUB",
        edition="2026-11",
        words={"mentee": "service user", "mentees": "service users", "lead_worker": "keyworker"},
    )


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may become a mentor."""
    from mentorkit_substance import screening

    return rules_in(screening)
