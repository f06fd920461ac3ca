"""Where a design contradicts itself: two places of which at most one can be right."""

from collections.abc import Iterator

from mentorkit.core.finding import Finding
from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions import (
    ages,
    data,
    hours,
    links,
    numbers,
    objectives,
    pairs,
    places,
    retention,
    role,
    school_years,
    times,
    ways_of_support,
    who,
)
from mentorkit.validation.contradictions.contradiction import Search

__all__ = ["contradictions", "looked_for"]

_OF_ITS_OWN_FILE = (ways_of_support.tables_of_other_ways, ways_of_support.keys_of_pairs)
"""Searches for what a larger service may say of its other parts, so that only the file itself contradicts itself."""
_SEARCHES: tuple[Search, ...] = (
    ways_of_support.pairs_in_groups_alone,
    ways_of_support.sizes_of_sessions,
    ways_of_support.sessions_larger_than_the_programme,
    ways_of_support.sessions_without_staff,
    ways_of_support.nobody_moderates,
    ages.ages_of_people_supported,
    ages.groups_of_ages,
    ages.ages_in_network,
    ages.ages_of_members_supported,
    data.kept_after_all,
    data.certificates_kept_twice,
    data.risks_passed_on_by_consent_alone,
    retention.records_over_before_they_begin,
    retention.outcomes_as_long_as_follow_ups,
    retention.records_with_two_times,
    ages.mentors_ahead_by_years,
    ages.ages_in_common,
    school_years.school_years_of_mentors,
    school_years.school_years_of_people_supported,
    school_years.school_years_of_nobody,
    places.schemes_in_custody,
    places.support_through_the_gate,
    places.meetings_where_all_is_online,
    places.support_before_people_leave,
    places.areas_of_another_nation,
    places.places_of_another_setting,
    places.pairs_by_their_places,
    places.pairs_of_two_areas,
    places.support_that_leaves_the_setting,
    role.tasks_that_are_excluded,
    role.clinical_work_that_is_excluded,
    role.expenses_that_nobody_gets,
    role.people_who_have_to_take_part,
    who.ids_of_staff,
    who.ids_that_look_alike,
    who.staff_who_are_others,
    who.pay_of_staff,
    who.pay_of_mentors,
    who.staff_who_are_mentors,
    who.partnerships_of_one,
    who.clinicians_who_supervise,
    who.those_who_take_over,
    who.teachers_where_no_school_is,
    numbers.people_in_the_network,
    numbers.people_of_one_mentor,
    numbers.mentors_at_a_time,
    numbers.moderators_at_a_time,
    numbers.staff_at_a_time,
    numbers.people_at_a_session,
    numbers.people_in_prison,
    times.shortest_and_longest_support,
    times.support_after_an_event,
    times.referral_and_first_meeting,
    times.meetings_within_support,
    times.meetings_before_release,
    times.what_comes_again_within_support,
    times.needs_within_support,
    times.supervision_within_its_phase,
    times.sessions_of_no_form,
    times.supervision_as_long_as_placements,
    times.follow_ups_that_are_not_planned,
    times.own_experience,
    times.abstinence_of_paid_mentors,
    times.phases_that_nobody_reaches,
    times.terms_of_mentors,
    times.training_in_the_role,
    times.courses_that_teach_nothing,
    times.hours_of_the_course,
    times.time_of_a_pair,
    links.links_turned_round,
    links.links_that_end_before_support,
    links.links_that_end_too_soon_after_the_first_meeting,
    links.links_that_begin_after_support,
    links.links_that_begin_long_before_an_event,
    links.links_that_begin_after_the_occasion,
    links.links_that_begin_before_the_occasion,
    links.links_for_no_need,
    links.links_that_lead_to_no_answer,
    links.answers_slower_than_contact,
    links.links_with_two_times,
    links.links_closed_before_they_answer,
    links.answers_of_those_on_call,
    links.numbers_for_emergencies,
    pairs.kept_apart_for_what_is_wished,
    objectives.objectives_of_others,
    hours.meetings_within_hours,
    hours.meetings_of_all_within_hours,
    hours.supervision_within_hours,
    hours.rotas_while_nobody_is_there,
    hours.staff_who_are_never_there,
    hours.seen_before_it_closes,
    hours.links_whose_ends_never_meet,
    hours.groups_in_closed_places,
)


def contradictions(own: Programme, programme: Programme) -> Iterator[Finding]:
    """A finding for each contradiction, which names both places.

    Args:
        own: the design as its own file states it.
        programme: the same with what a larger service answers for.
    """
    for search_own in _OF_ITS_OWN_FILE:
        for each in search_own(own, programme):
            yield each.finding()
    for search in _SEARCHES:
        for each in search(programme):
            yield each.finding()


def looked_for() -> list[tuple[str, str]]:
    """What contradictions are looked for: the name of each search and its reason, in the order of the searches."""
    searches = (*_OF_ITS_OWN_FILE, *_SEARCHES)
    return [(each.__name__.replace("_", " "), " ".join((each.__doc__ or "").split())) for each in searches]
