"""The rules that every sector shares: a plugin like any other."""

from mentorkit.api import Rule, Sector, Tool, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    """The shared standards."""
    from mentorkit.standards.sources import SWEMWBS_ANSWERS, WEMWBS_TOTALS

    return Sector(
        title="shared standards",
        prefix="STD",
        edition="2026-11",
        tools=[
            Tool(name="SWEMWBS", least=7, most=35, better="higher", source=SWEMWBS_ANSWERS),
            Tool(name="WEMWBS", least=14, most=70, better="higher", source=WEMWBS_TOTALS),
        ],
    )


@hookimpl
def mentorkit_programme() -> list[Rule]:
    """The design as a whole, and what is written down."""
    from mentorkit.standards import data_protection, documents, governance, programme, retention

    modules = (programme, governance, data_protection, retention, documents)
    return [made for module in modules for made in rules_in(module)]


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """How mentors are found and selected."""
    from mentorkit.standards import ages, people_alone, record_checks, screening

    return rules_in(screening) + rules_in(record_checks) + rules_in(ages) + rules_in(people_alone)


@hookimpl
def mentorkit_training() -> list[Rule]:
    """What mentors learn."""
    from mentorkit.standards import training

    return rules_in(training)


@hookimpl
def mentorkit_matching() -> list[Rule]:
    """Who is brought together, and how a pair works."""
    from mentorkit.standards import (
        group_sessions,
        incidents,
        kept_apart,
        matching,
        mutual_aid,
        relationship,
        relationship_amounts,
        rota,
    )

    modules = (
        matching,
        relationship,
        relationship_amounts,
        group_sessions,
        mutual_aid,
        incidents,
        rota,
        kept_apart,
    )
    return [made for module in modules for made in rules_in(module)]


@hookimpl
def mentorkit_supervision() -> list[Rule]:
    """How mentors are supervised, and what happens when someone is at risk."""
    from mentorkit.standards import (
        agencies,
        complaints,
        dangers,
        online,
        people_named,
        recurring,
        safeguarding,
        safeguarding_of_children,
        supervision,
        who_sees_records,
    )

    modules = (
        supervision,
        safeguarding,
        recurring,
        online,
        people_named,
        dangers,
        safeguarding_of_children,
        complaints,
        agencies,
        who_sees_records,
    )
    return [made for module in modules for made in rules_in(module)]


@hookimpl
def mentorkit_graduation() -> list[Rule]:
    """How a relationship ends."""
    from mentorkit.standards import graduation

    return rules_in(graduation)


@hookimpl
def mentorkit_outcomes() -> list[Rule]:
    """What is measured, and what is said about it."""
    from mentorkit.standards import outcome_points, outcomes

    return rules_in(outcomes) + rules_in(outcome_points)


@hookimpl
def mentorkit_network() -> list[Rule]:
    """Who is called, when, and what happens then."""
    from mentorkit.standards import (
        directory,
        grounds_for_passing_on,
        network,
        referrals,
        resilience,
        supervision_network,
        ways_to_help,
        who_answers,
    )

    modules = (
        network,
        resilience,
        referrals,
        grounds_for_passing_on,
        supervision_network,
        directory,
        who_answers,
        ways_to_help,
    )
    return [made for module in modules for made in rules_in(module)]
