"""Rules for peer mentoring in drug and alcohol services."""

from mentorkit.api import Rule, Sector, Tool, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Drug and alcohol services, and what people are called there."""
    from mentorkit_substance.sources import BARC_10_TOTALS

    return Sector(
        title="drug and alcohol services",
        prefix="SUB",
        edition="2026-11",
        template="templates/turning_point.toml",
        tools=[Tool(name="BARC-10", least=10, most=60, better="higher", source=BARC_10_TOTALS)],
        words={
            "mentee": "service user",
            "mentees": "service users",
            "lead_worker": "keyworker",
            "episode": "treatment",
        },
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, and what is written down."""
    from mentorkit_substance import governance, programme

    return rules_in(programme) + rules_in(governance)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may become a mentor."""
    from mentorkit_substance import screening

    return rules_in(screening)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What mentors learn."""
    from mentorkit_substance import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who is brought together with whom, and how the two work together."""
    from mentorkit_substance import matching, relationship

    return rules_in(matching) + rules_in(relationship)


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """How mentors are supervised, and what happens when someone is at risk."""
    from mentorkit_substance import supervision

    return rules_in(supervision)


@hookimpl
def mentorkit_graduation() -> list[Rule]:
    """How a placement ends, and where mentors go next."""
    from mentorkit_substance import graduation

    return rules_in(graduation)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is measured, and what is said about it."""
    from mentorkit_substance import outcomes

    return rules_in(outcomes)
