"""Rules for peer mentoring in probation and prison."""

from mentorkit.api import Rule, Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Probation and prison, and what people are called there."""
    return Sector(
        title="probation and prison",
        prefix="PRB",
        edition="2026-11",
        template="templates/through_the_gate.toml",
        words={
            "mentee": "person on probation",
            "mentees": "people on probation",
            "lead_worker": "probation practitioner",
            "episode": "the order or licence",
        },
        words_in={
            "custody": {
                "mentee": "person in prison",
                "mentees": "people in prison",
                "lead_worker": "prison officer",
                "episode": "the sentence",
            }
        },
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, its governance and its data."""
    from mentorkit_probation import governance, programme

    return rules_in(programme) + rules_in(governance)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may become a mentor."""
    from mentorkit_probation import screening

    return rules_in(screening)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What mentors learn."""
    from mentorkit_probation import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who is brought together with whom, and how they work together."""
    from mentorkit_probation import matching, relationship

    return rules_in(matching) + rules_in(relationship)


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """How mentors are supervised and everyone is kept safe."""
    from mentorkit_probation import supervision

    return rules_in(supervision)


@hookimpl
def mentorkit_graduation() -> list[Rule]:
    """How a placement ends, and what comes after it."""
    from mentorkit_probation import graduation

    return rules_in(graduation)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is measured."""
    from mentorkit_probation import outcomes

    return rules_in(outcomes)


@hookimpl
def mentorkit_network() -> list[Rule]:
    """Who goes with people when they leave."""
    from mentorkit_probation import network

    return rules_in(network)
