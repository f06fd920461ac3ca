"""Who supervises and mentors whom in a network, and who shares places (STD717 to STD719, STD723, STD724)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    WITH_MENTORS,
    At,
    Evidence,
    Network,
    Problem,
    Strength,
    Way,
    as_seen,
    falls_short,
    listed,
    not_settled,
    rule,
)
from mentorkit.standards.sources import BY_STAFF, EARLY, RESOURCES, SUPERVISION_NEEDED
from mentorkit.works import BRIGHT, TRIM_FAQS

_TWO_FOR_TWENTY = TRIM_FAQS.at("a team has two managers for ten to twenty practitioners")
_TOO_MANY = 30
_SEVERAL_PLACES = BRIGHT.at("two who meet in several places find it hard to keep confidences", Evidence.OPINION)


@rule("STD717", strength=Strength.MUST, sources=[SUPERVISION_NEEDED, BY_STAFF], ways=WITH_MENTORS)
def every_mentor_in_the_network_has_a_supervisor(network: Network) -> Iterator[Problem]:
    """A mentor without a supervisor carries alone what they hear.

    Two mentors who supervise each other have no supervisor. It is this project's reading that supervision lasts for as
    long as a mentor supports somebody.
    """
    linked = {target for _, _, _, target in network.linked("supervises")}
    supervised = {target for _, target in network.supervision}
    for mentor in network.playing("mentor"):
        if mentor not in linked:
            yield falls_short(
                network.member_at(mentor, "id"),
                f"nobody supervises {network.name(mentor)}",
                'add a link with kind = "supervises" from the member of staff who does',
                met_by_more=At.network.links,
            )
        elif mentor not in supervised and network.is_there(mentor):
            yield falls_short(
                network.member_at(mentor, "id"),
                f"nobody supervises {network.name(mentor)} now: those who would cannot be reached",
                "name a deputy on the link, or add a link from another member of staff who supervises",
            )
    for when, stage in network.stages:
        later = {target for _, target in stage.supervision}
        for mentor in stage.playing("mentor"):
            if mentor in supervised and mentor not in later and stage.is_there(mentor):
                yield falls_short(
                    network.member_at(mentor, "id"),
                    f"nobody supervises {network.name(mentor)} {when}, and support goes on then",
                    "let the link begin when they support somebody and go on for as long, or add one for that time",
                    met_by_more=At.network.links,
                )
    for circle in network.supervision_circles():
        yield falls_short(
            network.member_at(circle[0], "id"),
            f"{network.names(circle)} supervise each other in a circle, with nobody from outside",
            "have somebody outside the circle supervise one of them instead",
        )


@rule(
    "STD718",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[_TWO_FOR_TWENTY, RESOURCES],
    ways=WITH_MENTORS,
)
def supervisors_have_time_for_each_mentor(network: Network) -> Iterator[Problem]:
    """Supervision is the first thing to suffer when one person looks after too many.

    One organisation's teams have one manager for five to ten; the programme says itself how many is too many. Those
    whom several supervise are divided between them as evenly as the links allow.
    """
    span = network.referral.span
    if network.supervision and span is None:
        yield not_settled(
            "network.span", "the largest number of {mentors} that one supervisor looks after", "state span = 8"
        )
    if span is None:
        return
    involved = dict.fromkeys(who for pair in network.supervision for who in pair)
    people = {who: _people(network, who) for who in involved}
    for who in dict.fromkeys(supervisor for supervisor, _ in network.supervision if people[supervisor] == 0):
        of = network.names(dict.fromkeys(mentor for supervisor, mentor in network.supervision if supervisor == who))
        message = f"there are 0 of {network.name(who)} to supervise {of}"
        yield falls_short(
            network.member_at(who, "people"), message, "state how many there are, or name somebody else who supervises"
        )
    for overload in network.supervision_overloads({who: count or 1 for who, count in people.items()}, span):
        if any(people[who] is None or people[who] == 0 for who in overload.by):
            continue  # they may be more than one, so that each has fewer; of none it is said above
        each = -(-overload.people // overload.supervisors)
        yield falls_short(
            network.member_at(overload.by[0], "people"),
            f"{overload.people} people ({network.names(overload.of)}) are supervised by {network.names(overload.by)}: "
            f"{each} for each supervisor, and the limit of the programme is {span}",
            "find another supervisor, or supervise fewer people at a time",
        )
    for who in (who for who, count in people.items() if count is None):
        message = (
            f"how many people there are of {network.name(who)}; without it nobody knows how many each supervisor has"
        )
        yield not_settled(network.member_at(who, "people"), message, "state people = 1, or how many there are")


def _people(network: Network, who: str) -> int | None:
    member = network.members[who]
    return 1 if member.people is None and member.kind == "person" else member.people


@rule(
    "STD724",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[_TWO_FOR_TWENTY],
    fix="find more supervisors, and set a limit of about ten",
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def the_limit_of_a_supervisor_can_be_kept(network: Network) -> Iterator[Problem]:
    """A limit that is set to fit the number of mentors protects nobody.

    One organisation's teams have one manager for five to ten. It is this project's reading that beyond thirty, three
    times as many, nobody knows each mentor.
    """
    span = network.referral.span
    if span is not None and span > _TOO_MANY:
        message = f"one supervisor looks after up to {span} {{mentors}}; elsewhere it is five to ten"
        yield falls_short("network.span", message)


@rule(
    "STD719",
    strength=Strength.CAUTION,
    sources=[_SEVERAL_PLACES],
    ways=[Way.PAIR],
)
def a_pair_shares_at_most_one_place(network: Network) -> Iterator[Problem]:
    """If two people live, meet and are treated in the same places, there is nowhere one does not hear of the other.

    This is a caution from interviews in one sector's services, asked of all.
    """
    for at, _, mentor, mentee in network.linked("supports"):
        if network.members[mentor].part != "mentor" or network.members[mentee].part != "mentee":
            continue
        places = [network.members[who].settings for who in (mentor, mentee)]
        for who, stated in zip((mentor, mentee), places, strict=True):
            if stated is None:
                message = f"the places and groups of {network.name(who)}; a pair should share at most one"
                yield not_settled(network.member_at(who, "settings"), message, 'state settings = ["the clinic"]')
        of_mentee = set(map(as_seen, places[1] or ()))
        shared = [place for place in places[0] or () if as_seen(place) in of_mentee]
        if len(shared) > 1:
            yield falls_short(
                network.link_at(at),
                f"{network.names((mentor, mentee))} share {len(shared)} places: {listed(shared)}",
                "match across places, so that a pair shares at most one; if each pair has only one of these, such as "
                "one of two schools, write a member for each place",
            )


@rule("STD723", strength=Strength.SHOULD, sources=[EARLY], ways=WITH_MENTORS)
def every_mentee_in_the_network_has_a_mentor(network: Network) -> Iterator[Problem]:
    """If nobody in the network mentors, it shows who could be called, but not who would notice in time.

    It is this project's reading that the link is drawn: without it no way through a mentor can be followed.
    """
    mentors = network.playing("mentor")
    supports = [(source, target) for _, _, source, target in network.linked("supports") if source in mentors]
    linked = {target for _, target in supports}
    supported = {target for source, target in supports if network.is_there(source)}
    for mentee in network.playing("mentee"):
        if mentee in linked and mentee not in supported and network.is_there(mentee):
            message = f"no {{mentor}} supports {network.name(mentee)} now: those who would cannot be reached"
            fix = "add a link from another {mentor} who supports them"
            yield falls_short(network.member_at(mentee, "id"), message, fix)
        elif mentors and mentee not in linked:
            message = f"no {{mentor}} supports {network.name(mentee)}"
            fix = f'add a link with kind = "supports" from "{mentors[0]}"'
            yield falls_short(network.member_at(mentee, "id"), message, fix, met_by_more=At.network.links)
