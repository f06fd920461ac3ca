"""Rules for peer mentoring in schools and with young people."""

from mentorkit.api import Rule, Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Schools, and what people are called there.

    "Student" is said in schools, colleges and universities alike; elsewhere the neutral words stand.
    """
    return Sector(
        title="schools",
        prefix="SCH",
        edition="2026-11",
        template="templates/cross_age.toml",
        words_in={
            "school": {
                "mentee": "student",
                "mentees": "students",
                "lead_worker": "pastoral lead",
                "episode": "the academic year",
            }
        },
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, its governance and its data."""
    from mentorkit_schools import governance, programme

    return rules_in(programme) + rules_in(governance)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may become a mentor."""
    from mentorkit_schools import record_checks, screening

    return rules_in(record_checks) + rules_in(screening)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What mentors learn."""
    from mentorkit_schools import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who is brought together with whom, and how they work together."""
    from mentorkit_schools import matching, relationship

    return rules_in(matching) + rules_in(relationship)


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """How mentors are supervised and everyone is kept safe."""
    from mentorkit_schools import safeguarding, supervision

    return rules_in(supervision) + rules_in(safeguarding)


@hookimpl
def mentorkit_graduation() -> list[Rule]:
    """How a placement ends, and what comes after it."""
    from mentorkit_schools import graduation

    return rules_in(graduation)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is measured."""
    from mentorkit_schools import outcomes

    return rules_in(outcomes)
