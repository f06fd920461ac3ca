"""Rules for peer support in mental health services."""

from mentorkit.api import Rule, Sector, Tool, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """Mental health services, and what people are called there."""
    from mentorkit_mental_health.sources import DIALOG_MEANS, GBO_SCORES, REQOL_10_TOTALS

    return Sector(
        title="mental health services",
        prefix="MHL",
        edition="2026-11",
        template="templates/hospital_to_community.toml",
        tools=[
            Tool(name="ReQoL-10", least=0, most=40, better="higher", source=REQOL_10_TOTALS),
            Tool(name="GBO", least=0, most=10, better="higher", source=GBO_SCORES),
            Tool(name="DIALOG", least=1, most=7, better="higher", source=DIALOG_MEANS),
        ],
        words={
            "mentor": "peer support worker",
            "mentors": "peer support workers",
            "mentee": "service user",
            "mentees": "service users",
            "lead_worker": "care co-ordinator",
            "episode": "treatment and care",
        },
        words_in={"ward": {"mentee": "patient", "mentees": "patients", "episode": "the admission"}},
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, its governance and its data."""
    from mentorkit_mental_health import governance, programme

    return rules_in(programme) + rules_in(governance)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """Who may become a mentor."""
    from mentorkit_mental_health import screening

    return rules_in(screening)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What mentors learn."""
    from mentorkit_mental_health import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who is brought together with whom, and how they work together."""
    from mentorkit_mental_health import matching, relationship

    return rules_in(matching) + rules_in(relationship)


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """How mentors are supervised and everyone is kept safe."""
    from mentorkit_mental_health import supervision

    return rules_in(supervision)


@hookimpl
def mentorkit_graduation() -> list[Rule]:
    """How a placement ends, and what comes after it."""
    from mentorkit_mental_health import graduation

    return rules_in(graduation)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is measured."""
    from mentorkit_mental_health import outcomes

    return rules_in(outcomes)


@hookimpl
def mentorkit_network() -> list[Rule]:
    """Who goes with people when they leave."""
    from mentorkit_mental_health import network

    return rules_in(network)
