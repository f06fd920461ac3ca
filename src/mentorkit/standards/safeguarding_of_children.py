"""Who hears a child, and who agrees that it takes part (STD433 to STD438, STD442).

The lead on safeguarding is whoever `safeguarding.risk_told_to` names, and those who stand in on the links there.
"""

import re
from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    falls_short,
    hours_in_words,
    longest_closed,
    not_settled,
    one_of,
    requires,
    rule,
)
from mentorkit.standards.safeguarding_sources import (
    ANOTHER_OFFICER,
    GILLICK,
    LEAD_AVAILABLE,
    LEAD_REFERS,
    OBSERVED,
    ORGANISATION_ACCOUNTS,
    PARENTS_CONSENT,
    SIXTEEN_IN_SCOTLAND,
)
from mentorkit.standards.sources import CLEAR_WAY, UNMODERATED
from mentorkit.standards.told import by_stage, hours_of, strangers_told, told_of_a_risk
from mentorkit.standards.vocabulary import (
    HAS_WAYS,
    WHERE_CHILDREN_ARE_SUPPORTED,
    WHERE_CHILDREN_TAKE_PART,
)

_IN_WRITING = re.compile(
    r"whats[- ]?app|\bsnap ?chat|\bsnap\b|\binsta(gram)?\b|^ig$|facebook|messenger|tik ?tok|telegram|\bsignal\b|"
    r"discord|viber|we ?chat|\bkik\b|twitter|\btwitch\b|be ?real|social media|\bdms?\b|messag|\btext(s|ing)?\b|\bsms\b|"
    r"gaming|\bchat\b|voice ?notes?"
)
_OUT_OF_SIGHT = re.compile(
    rf"{_IN_WRITING.pattern}|e-?mail|gmail|hotmail|phone|\bmobile|video|online|\bcalls?\b|skype|face ?time\b|\bzoom\b|"
    r"(microsoft|ms|on) teams|^teams$|google meet"
)
_MAY_BE_THE_MEETING = re.compile(r"(?:by )?video(?: calls?)?|online|online meetings?")
"""A way to meet as much as one to stay in contact between meetings."""
_MENTOR = r"(mentor|volunteer|sponsor|peer|older pupil|leader)"
_NEVER = re.compile(
    r"\bsnap( ?chat)?\b|\bkik\b|private(?! (room|space|place|office|corner))|"
    r"personal (phone|mobile|e-?mail|account|number|device|profile|social|messag|chat|contact details)|"
    r"own (phone|mobile|account|number|e-?mail|device)|disappear|\bdms?\b|direct messag|\bat home\b|"
    r"xbox|playstation|nintendo|(video|online|computer|console) ?games?\b|\bgaming\b|\bgames? (online|chat)|"
    rf"roblox|fortnite|{_MENTOR}s?'?s? (phone|mobile|telephone|number|e-?mail|account|home|house|flat)\b|"
    rf"\bnumbers? of (the |their |a )?{_MENTOR}|(exchang|swap|shar|giv)\w* (phone |mobile |telephone )?numbers?\b"
)
_OF_THE_ORGANISATION = re.compile(
    r"\b(school|college|organisation|charity|programme|project|service|work)('s)? (own )?"
    r"(e-?mail|phone|mobile|account|platform|app|messag\w*|chat)"
)
_SEEN = re.compile(
    r"(?<!not )\b(supervised|monitored|moderated|overseen|watched|seen by (a |the )?(staff|teacher))\b|"
    r"\bwith (a |the )?(member of )?(staff|teacher|\w*worker|parent|carer)s?\b|\bstaff (can )?(see|read|watch|join)"
)
"""Words by which a channel says itself that staff can see it."""
_IN_SIGHT = re.compile(
    r"in[- ]person|face to face|face-to-face|one[- ]to[- ]one|school|class|lesson|librar|room|groups?\b|meetings?\b|"
    r"lunch|breaks?\b|clubs?\b|sports?\b|staff|teacher|form time|activit|at the|"
    r"through (a|the)|walk|gate|cent(re|er)|notice"
)
"""Words of the ways to meet that are no contact outside meetings; what else there is may be."""
_SIXTEEN = 16
_STATE_HOURS = 'state hours, such as "Monday to Friday 08:00 to 16:30"'


def _leads(programme: Programme, network: Network) -> list[str]:
    """The ids of the members whom `safeguarding.risk_told_to` names."""
    said = as_seen(programme.safeguarding.risk_told_to or "")
    named = {who: (as_seen(who), as_seen(member.title or who)) for who, member in network.members.items()}
    return [who for who, names in named.items() if said in names] or [
        who for who, names in named.items() if any(re.search(rf"\b{re.escape(name)}\b", said) for name in names)
    ]


def _support_hours(programme: Programme, network: Network) -> int:
    """The minutes of the week at which mentors answer, or a drop-in, a line or an online place is open."""
    stated = (programme.drop_in.hours, programme.on_call.hours, programme.online.moderated_hours)
    minutes = hours_of(network, filter(network.is_there, network.playing("mentor")))
    for hours in stated:
        minutes |= hours.minutes if hours else 0
    return minutes


@rule(
    "STD433",
    strength=Strength.MUST,
    sources=[LEAD_AVAILABLE, CLEAR_WAY],
    reads=[At.safeguarding.risk_told_to, At.drop_in.hours, At.on_call.hours, At.online.moderated_hours],
    applies=WHERE_CHILDREN_TAKE_PART,
    ways=Way,
    asked_since="2026-11",
)
def the_lead_or_a_deputy_is_reachable_whenever_children_are_supported(
    programme: Programme, network: Network
) -> Iterator[Problem]:
    """A child speaks when it can, and whoever hears it must not be left with it until next week.

    The guidance is on schools in England, and of their hours. That it holds wherever children are supported is this
    project's reading. Ambulance and police come where somebody is in danger now; a concern needs somebody who knows.
    """
    leads, reported = _leads(programme, network), 0
    for when, stage in by_stage(network) if leads else ():  # STD407 and STD426 ask who leads
        told, strangers = told_of_a_risk(stage, "programme", "partner"), strangers_told(stage)
        unknown = [who for who in told if stage.members[who].hours is None]
        missing = _support_hours(programme, stage) & ~hours_of(stage, told) & ~reported
        if not missing or not (told or strangers):  # STD710 asks who is told
            continue
        reported |= missing
        if unknown:
            yield not_settled(
                network.member_at(unknown[0], "hours"),
                f"when {network.name(unknown[0])} can be reached to be told of a risk to a child",
                _STATE_HOURS,
            )
            continue
        if not told:
            gap = f"{{mentors}} tell only {network.names(strangers)} of a risk"
        elif len(told) == 1:
            gap = f"{network.name(told[0])} cannot be reached"
        else:
            gap = f"neither {network.names(told, 'nor')} can be reached"
        yield falls_short(
            network.member_at(leads[0], "hours"),
            f"{when}children are supported when {gap}: {hours_in_words(missing)}",
            "name a deputy or a team for these hours on the link by which {mentors} tell of a risk, or support nobody "
            "then",
        )
    for who in [who for who in network.playing("mentor") if network.is_there(who)][:1]:
        told = told_of_a_risk(network, "programme", "partner")
        if leads and told and longest_closed(hours_of(network, told)) and not _support_hours(programme, network):
            message = (
                f"at which hours {network.name(who)} can be reached; the lead or a deputy has to be there then too"
            )
            yield not_settled(network.member_at(who, "hours"), message, _STATE_HOURS)


@rule(
    "STD434",
    strength=Strength.MUST,
    sources=[LEAD_REFERS, CLEAR_WAY],
    reads=[At.safeguarding.risk_told_to],
    applies=WHERE_CHILDREN_TAKE_PART,
    ways=Way,
    asked_since="2026-11",
)
def the_lead_passes_on_what_is_heard(programme: Programme, network: Network) -> Iterator[Problem]:
    """Only the authorities can protect a child at home, and what stays with the lead protects nobody.

    The guidance names the local authority's social care; it is England's. It is this project's reading that police and
    health count too, that the other nations' authorities stand for it there, and that a deputy passes on what the lead
    would.
    """
    for who in _leads(programme, network):
        standing_in = {target for _, link, _, target in network.linked("escalates") if link.deputy == who}
        onward = {
            target: None
            for _, _, source, target in network.linked("escalates", "refers")
            if source in {who, *standing_in} and network.is_outside(target)
        }
        if not network.is_outside(who) and not any(map(network.is_there, onward)):
            no_way = (
                f"{network.names(onward)} cannot be turned to now"
                if onward
                else "no link leads from there to the local authority, the police or health"
            )
            yield falls_short(
                network.member_at(who, "id"),
                f"{network.name(who)}, who leads on safeguarding, passes nothing on: {no_way}",
                'add a link with kind = "escalates" to the duty team of the local authority, or in Northern Ireland of '
                "the Health and Social Care Trust",
            )


@rule(
    "STD435",
    strength=Strength.MUST,
    sources=[LEAD_AVAILABLE, ANOTHER_OFFICER],
    reads=[At.safeguarding.risk_told_to, At.role.title],
    applies=WHERE_CHILDREN_TAKE_PART,
    ways=Way,
    waivable=False,
    asked_since="2026-11",
)
def the_lead_and_the_deputy_are_not_mentors(programme: Programme, network: Network) -> Iterator[Problem]:
    """What a mentor does wrong would be told to that mentor.

    The guidance wants a senior member of staff, and another officer where it is about one of them.
    """
    leads = _leads(programme, network)
    for who in leads:
        if network.members[who].part in ("mentor", "mentee"):
            yield falls_short(
                "safeguarding.risk_told_to",
                f"the lead on safeguarding, {network.name(who)}, is one of those who meet children as {{mentors}}",
                "name a member of staff who mentors nobody",
            )
    for at, link, _, target in network.linked("escalates"):
        deputy = link.deputy or ""
        if target in leads and deputy in network.playing("mentor", "mentee"):
            yield falls_short(
                network.link_at(at, "deputy"),
                f"the deputy of {network.name(target)}, {network.name(deputy)}, meets children as a {{mentor}}",
                "name a member of staff who mentors nobody",
            )


STD436 = requires(
    "STD436",
    "staff can see what is written to children outside meetings",
    {"safeguarding.contact_outside_meetings": one_of("none", "seen by staff")},
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[ORGANISATION_ACCOUNTS, OBSERVED],
    reason="Adults who groom children write to them where nobody else reads. The source asks for accounts of the "
    "organisation. It is our reading that staff can see what is written or said there.",
    fix="use accounts of the organisation that staff can look into, or write to nobody outside meetings",
    applies=HAS_WAYS & WHERE_CHILDREN_ARE_SUPPORTED,
    ways=Way,
    asked_since="2026-11",
)


@rule(
    "STD442",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[ORGANISATION_ACCOUNTS, OBSERVED],
    reads=[At.safeguarding.contact_outside_meetings, At.relationship.channels, At.network.members],
    applies=WHERE_CHILDREN_ARE_SUPPORTED,
    ways=Way,
    asked_since="2026-11",
)
def no_channel_to_children_is_private(programme: Programme) -> Iterator[Problem]:
    """A channel that staff cannot see is private, whatever the rest of the file says of contact outside meetings.

    The source asks for accounts of the organisation. Which channels those may not be is this project's reading.
    """
    stated = programme.safeguarding.contact_outside_meetings
    for at, channel in _channels(programme):
        said = as_seen(channel)
        in_writing = _IN_WRITING.search(said) is not None
        if _SEEN.search(said) and not _NEVER.search(said) and not (stated == "none" and in_writing):
            continue
        if _NEVER.search(said):
            message = f'"{channel}" is a channel to children, and staff cannot look into it'
            yield falls_short(at, message, "use accounts of the organisation that staff can look into")
        elif stated is None and in_writing and not _OF_THE_ORGANISATION.search(said):
            message = f'"{channel}" is a channel to children, and nothing says that staff can see it'
            yield falls_short(at, message, 'use accounts that staff can look into, and state "seen by staff"')
        elif stated == "none" and at[0] == "relationship" and _MAY_BE_THE_MEETING.fullmatch(said):
            message = (
                f'whether "{channel}" is a meeting that staff can see; safeguarding.contact_outside_meetings is none'
            )
            yield not_settled(at, message, 'state "seen by staff" if they can; otherwise do not use it with children')
        elif stated == "none" and (in_writing or (at[0] == "relationship" and _OUT_OF_SIGHT.search(said))):
            message = f'"{channel}" is contact outside meetings, and safeguarding.contact_outside_meetings is none'
            yield falls_short(at, message, 'see to it that staff can see it, and state "seen by staff"')
        elif stated == "none" and at[0] == "relationship" and not _IN_SIGHT.search(said):
            message = f'whether staff can see "{channel}"; safeguarding.contact_outside_meetings is none'
            yield not_settled(at, message, 'state "seen by staff" if they can; otherwise do not use it with children')


def _channels(programme: Programme) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """By which ways children and mentors are in touch, each with its place: channels, and how mentors are reached."""
    for place, channel in enumerate(programme.relationship.channels or ()):
        yield ("relationship", "channels", place), channel
    for place, member in enumerate(programme.network.members or ()):
        if member.part == "mentor" and member.contact:
            yield ("network", "members", place, "contact"), member.contact


STD437 = requires(
    "STD437",
    "nobody writes to children online where no moderator reads",
    {"online.private_messages": one_of(False)},
    strength=Strength.MUST,
    sources=[ORGANISATION_ACCOUNTS, UNMODERATED],
    reason="Of adults, STD423 only asks for a decision. A child has to be kept from people who seek it out, and no "
    "moderator sees what they write in private. That the place itself has to close this way is our reading.",
    fix="switch private messages off for everybody, or for all who are under 18 and whoever writes to them",
    applies=HAS_WAYS & WHERE_CHILDREN_ARE_SUPPORTED,
    ways=[Way.ONLINE],
    waived_by=RESPONSIBLE_FOR_SAFETY,
    asked_since="2026-11",
)


@rule(
    "STD438",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[PARENTS_CONSENT, GILLICK, SIXTEEN_IN_SCOTLAND],
    reads=[
        At.safeguarding.consent_from,
        At.for_whom.ages,
        At.for_whom.groups,
        At.network.youngest,
        At.role.youngest,
        At.programme.nation,
    ],
    applies=HAS_WAYS & WHERE_CHILDREN_TAKE_PART,
    ways=Way,
    asked_since="2026-11",
)
def it_is_settled_who_agrees_that_a_child_takes_part(programme: Programme) -> Iterator[Problem]:
    """Parents and carers have to know who meets their child, and a child who understands has a say of its own.

    The youth agency asks parents of everybody under 18; the case of Gillick lets children decide who are able to, and
    in Scotland people of 16 have legal capacity. So any of these will do, and a child under 16 alone will not. Neither
    Act nor judgment was read: a person must check this.
    """
    key, stated = "safeguarding.consent_from", programme.safeguarding.consent_from
    ages, network = programme.for_whom.ages, programme.network
    youngest = [age for age in (ages.from_ if ages else None, network.youngest, programme.role.youngest) if age]
    alone = tuple(stated or ()) == ("child",)
    not_asked = programme.programme.nation == "scotland" and {"child", "child with capacity"}.isdisjoint(stated or ())
    if not stated:
        message = "who agrees that a child takes part"
        yield not_settled(key, message, 'state consent_from, such as ["parent or carer", "child"]')
    elif (alone or not_asked) and not youngest:
        message = "how old the youngest child is; it decides whether the child or somebody else agrees"
        yield not_settled("for_whom.ages.from", message, "state from in for_whom.ages, such as { from = 16, to = 18 }")
    elif alone and min(youngest) < _SIXTEEN:
        message = f"children of {min(youngest)} agree by themselves, and nobody has looked at whether they can"
        fix = 'ask a parent or carer too, or state "child with capacity" and say who finds out about that'
        yield falls_short(key, message, fix)
    elif tuple(stated) == ("local authority",) and not any(map(_in_care, programme.for_whom.groups or ())):
        message = "whether all children are in the care of the local authority; it alone agrees that they take part"
        yield not_settled(key, message, 'add "parent or carer", or state the group, such as "looked-after children"')
    elif not_asked and min(youngest) >= _SIXTEEN:
        message = "in Scotland people of 16 and over decide for themselves, and only others are asked here"
        yield falls_short(key, message, 'add "child"')


def _in_care(group: str) -> bool:
    """Whether a local authority can speak for everybody in a group."""
    return re.search(r"looked[- ]after|\bcare\b|foster|residential|custody|accommodated", as_seen(group)) is not None
