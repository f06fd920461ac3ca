"""Who supervises, who shares places, and what is known of the members of a network (STD717 to STD723)."""

from collections.abc import Iterator
from datetime import date

from mentorkit.api import Duration, Evidence, Network, Problem, Strength, falls_short, listed, not_settled, rule
from mentorkit.standards.sources import ALCOHOL_GUIDELINES, APPROVED_PROVIDER, BRIGHT, OPEN_REFERRAL, TRIM_TEAMS

_NEEDED = BRIGHT.at("there should be no peer mentoring without good supervision", Evidence.OPINION)
_BY_STAFF = BRIGHT.at("formal sessions with somebody on the staff who has more experience")
_TWO_FOR_TWENTY = TRIM_TEAMS.at("a team has two managers for ten to twenty practitioners")
_RESOURCES = APPROVED_PROVIDER.at("2 of 10: an appropriate level of resources")
_EARLY = BRIGHT.at("mentors can reach people early, before things get worse")
_SEVERAL_PLACES = BRIGHT.at("two who meet in several places find it hard to keep confidences", Evidence.OPINION)
_WHO_IS_THERE = ALCOHOL_GUIDELINES.at("keyworkers know which services and what support there are nearby")
_ENTRY = OPEN_REFERRAL.at("a service has an id, a name, a status and its organisation")
_OUT_OF_FEEDS = OPEN_REFERRAL.at("what is private or confidential stays out of open feeds")

_ASSURED = Duration.parse("1 year")


@rule("STD717", strength=Strength.MUST, sources=[_NEEDED, _BY_STAFF])
def every_mentor_in_the_network_has_a_supervisor(network: Network) -> Iterator[Problem]:
    """A mentor without a supervisor carries alone what they hear; two who supervise each other have none."""
    supervised = {target for _, _, _, target in network.linked("supervises")}
    for mentor in network.playing("mentor"):
        if mentor not in supervised:
            yield falls_short(
                network.member_at(mentor, "id"),
                f"nobody supervises {network.name(mentor)}",
                'add a link with kind = "supervises" from the member of staff who does',
            )
    for circle in network.supervision_circles():
        yield falls_short(
            network.member_at(circle[0], "id"),
            f"{network.names(circle)} supervise each other in a circle, so that nobody stands outside it",
            "have somebody outside the circle supervise one of them instead",
        )


@rule("STD718", strength=Strength.SHOULD, sources=[_TWO_FOR_TWENTY, _RESOURCES])
def supervisors_have_time_for_each(network: Network) -> Iterator[Problem]:
    """Supervision is the first thing to go when one person looks after too many.

    One organisation's teams have one manager for five to ten; how many is too many here, the programme says itself.
    """
    span = network.referral.span
    supervised: dict[str, list[str]] = {}
    for _, _, source, target in network.linked("supervises"):
        supervised.setdefault(source, []).append(target)
    if supervised and span is None:
        yield not_settled("network.span", "how many {mentors} one supervisor looks after at most", "state span = 8")
    if span is None:
        return
    unknown = []
    for supervisor, looked_after in supervised.items():
        counts = {who: _people(network, who) for who in (supervisor, *looked_after)}
        unknown += [who for who, people in counts.items() if people is None]
        supervisors = counts.pop(supervisor) or 1
        people = sum(count or 1 for count in counts.values())
        if people > span * supervisors:
            each = -(-people // supervisors)
            yield falls_short(
                network.member_at(supervisor, "people"),
                f"{network.name(supervisor)} supervises {people} people ({network.names(looked_after)}): "
                f"{each} for each supervisor, and the programme's limit is {span}",
                "find another supervisor, or have fewer at a time",
            )
    for who in dict.fromkeys(unknown):
        message = f"how many people {network.name(who)} stands for; without it nobody knows how many there are for one"
        yield not_settled(network.member_at(who, "people"), message, "state people = 1, or how many there are")


def _people(network: Network, who: str) -> int | None:
    member = network.members[who]
    return 1 if member.people is None and member.kind == "person" else member.people


@rule("STD719", strength=Strength.CAUTION, sources=[_SEVERAL_PLACES])
def a_pair_shares_one_place_at_most(network: Network) -> Iterator[Problem]:
    """Two who live, meet and are treated in the same places have nowhere left in which one does not hear of the other.

    A caution from interviews in one sector's services, asked of all.
    """
    for at, _, mentor, mentee in network.linked("supports"):
        if network.members[mentor].part != "mentor" or network.members[mentee].part != "mentee":
            continue
        places = [network.members[who].settings for who in (mentor, mentee)]
        for who, stated in zip((mentor, mentee), places, strict=True):
            if stated is None:
                message = f"the places and groups that {network.name(who)} belongs to; a pair should share one at most"
                yield not_settled(network.member_at(who, "settings"), message, 'state settings = ["the clinic"]')
        shared = [place for place in places[0] or () if place in (places[1] or ())]
        if len(shared) > 1:
            yield falls_short(
                network.link_at(at),
                f"{network.names((mentor, mentee))} share {len(shared)} places: {listed(shared)}",
                "match across places, so that a pair shares one at most",
            )


@rule("STD720", strength=Strength.SHOULD, sources=[_WHO_IS_THERE])
def members_of_the_network_are_still_there(network: Network, on: date) -> Iterator[Problem]:
    """A number that nobody answers any more is found out by the person who needed it.

    The source asks that staff know what there is. That details are looked at once a year, as this project reads it,
    goes for those outside the programme; the emergency services need only their number.
    """
    for who, member in network.members.items():
        if not network.is_there(who):
            yield falls_short(
                network.member_at(who, "status"),
                f'{network.name(who)} is "{member.status}": whoever calls there calls nobody',
                "find who does it instead, and link them; or take the member out",
            )
            continue
        if not network.is_outside(who):
            continue
        if member.contact is None:
            message = f"how {network.name(who)} is reached"
            yield not_settled(network.member_at(who, "contact"), message, "state contact, or where the number is kept")
        if member.part == "emergency":
            continue
        at = network.member_at(who, "assured_on")
        if member.assured_on is None:
            message = f"when somebody last checked the details of {network.name(who)}"
            yield not_settled(at, message, f"call them, and state assured_on, such as {on}")
        elif member.assured_on > on:
            message = f"{network.name(who)} was last checked on {member.assured_on}, which is still to come"
            yield falls_short(at, message, "state the day on which somebody did check")
        elif member.assured_on + _ASSURED < on:
            message = f"the details of {network.name(who)} were last checked on {member.assured_on}, over a year ago"
            yield falls_short(at, message, "call them, put right what has changed, and state the day")


@rule("STD721", strength=Strength.SHOULD, sources=[_ENTRY])
def entries_of_services_are_complete(network: Network) -> Iterator[Problem]:
    """An entry without its name, its status or whose it is cannot be told from the next, nor kept up to date.

    The standard is one of open directories; a programme that keeps to it can take entries from one and give them back.
    """
    for who, member in network.members.items():
        if not network.is_outside(who) or member.part == "emergency":
            continue
        wanted = (
            ("title", member.title, f'what "{who}" is called', f'state title = "{who}"'),
            ("status", member.status, f"whether {network.name(who)} is there", 'state status = "active"'),
            ("organisation", member.organisation, f"whose {network.name(who)} is", "state organisation"),
        )
        for key, value, message, fix in wanted:
            if value is None:
                yield not_settled(network.member_at(who, key), message, fix)


@rule("STD722", strength=Strength.MUST, sources=[_OUT_OF_FEEDS])
def what_is_confidential_is_in_no_open_directory(network: Network) -> Iterator[Problem]:
    """The address of a refuge in a public list is an address for those from whom people have fled.

    Binding, since people can come to harm by it.
    """
    for who, member in network.members.items():
        if member.confidential and member.source is not None:
            yield falls_short(
                network.member_at(who, "source"),
                f"{network.name(who)} is confidential, and its details come from an open directory ({member.source})",
                "ask the directory to take them out and keep your own, or say confidential = false if they are public",
            )


@rule("STD723", strength=Strength.SHOULD, sources=[_EARLY])
def every_mentee_in_the_network_has_a_mentor(network: Network) -> Iterator[Problem]:
    """A network of mentoring in which nobody mentors shows who could be called, and not who would notice in time.

    That the link is drawn is this project's reading: without it no way through a mentor can be followed.
    """
    mentors = network.playing("mentor")
    supported = {target for _, _, source, target in network.linked("supports") if source in mentors}
    for mentee in network.playing("mentee"):
        if mentors and mentee not in supported:
            message = f"no {{mentor}} supports {network.name(mentee)}"
            fix = f'add a link with kind = "supports" from "{mentors[0]}"'
            yield falls_short(network.member_at(mentee, "id"), message, fix)
