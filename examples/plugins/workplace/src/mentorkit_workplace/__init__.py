"""Rules for peer support at workplaces and after life events."""

from mentorkit.api import Rule, Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Workplaces and life events; at a workplace the person supported is a colleague."""
    return Sector(
        title="workplaces and life events",
        prefix="WRK",
        edition="2026-11",
        template="templates/trauma_risk_management.toml",
        words_in={"workplace": {"mentee": "colleague", "mentees": "colleagues"}},
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, and what is written down."""
    from mentorkit_workplace import governance, programme

    return rules_in(programme) + rules_in(governance)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may support others."""
    from mentorkit_workplace import screening

    return rules_in(screening)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What they learn."""
    from mentorkit_workplace import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who talks with whom, when, and what comes after."""
    from mentorkit_workplace import relationship

    return rules_in(relationship)


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """Who stands behind those who support others."""
    from mentorkit_workplace import supervision

    return rules_in(supervision)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is followed up, and what is said about it."""
    from mentorkit_workplace import outcomes

    return rules_in(outcomes)


@hookimpl
def mentorkit_network() -> list[Rule]:
    """Who takes over."""
    from mentorkit_workplace import network

    return rules_in(network)
