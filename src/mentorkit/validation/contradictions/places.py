"""Settings and areas that do not go with what else the file says of where a programme is."""

import re
from collections.abc import Collection, Iterator

from mentorkit.programme.matching import Comparison
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.text.words import listed
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, members_by_id
from mentorkit.values.own_name import OTHER
from mentorkit.values.seen_text import as_seen

_IN_CUSTODY_ALONE = ("listeners", "mentoring in prison")
"""Schemes of which there are none outside a prison."""

_PLACES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("custody", r"prison( wing)?|jail|houseblock|(hmp|hmyoi) .+", frozenset({"workplace"})),
    ("ward", r"wards?( \w+)?", frozenset({"emergency department", "residential", "workplace", "online"})),
    ("emergency department", r"emergency department|a&e", frozenset({"ward", "workplace", "online"})),
    ("school", r"school", frozenset({"community", "residential", "workplace", "online"})),
)
"""By setting, what its places are called, and other settings of programmes whose people may belong there."""
_A_PLACE = r"((the|our|a) ([\w'-]+ )?)?({})"
"""Such as "the primary school", and not "a group for people after prison"."""
_THROUGH_THE_GATE = "through the gate"
_FACE_TO_FACE = ("in person", "at the prison gate")
"""Ways to be in contact for which two people are in one place."""

_LEFT: dict[str, Path] = {
    "custody": ("relationship", "probation", "after_release"),
    "ward": ("relationship", "mental_health", "after_discharge"),
}
"""By setting that people leave, how long support goes on after that."""

_LEFT_AT: dict[str, frozenset[str]] = {
    "release": frozenset({"custody"}),
    "discharge": frozenset({"emergency department", "residential", "ward"}),
}
"""By event, the settings that people leave then."""

_AREAS = {
    "scotland": (
        "scotland|aberdeen|aberdeenshire|angus|argyll|ayrshire|clackmannanshire|dumfries|dundee|"
        "edinburgh|falkirk|fife|glasgow|highland|highlands|inverclyde|inverness|lanarkshire|lothian|midlothian|moray|"
        "orkney|perthshire|renfrewshire|scottish borders|shetland|stirling|tayside|western isles"
    ),
    "wales": (
        "wales|anglesey|blaenau gwent|caerphilly|cardiff|carmarthenshire|ceredigion|conwy|denbighshire|dyfed|"
        "flintshire|glamorgan|gwent|gwynedd|merthyr tydfil|monmouthshire|pembrokeshire|powys|rhondda|swansea|"
        "torfaen|wrexham"
    ),
    "northern ireland": (
        "northern ireland|antrim|armagh|belfast|county down|derry|fermanagh|lisburn|londonderry|newry|omagh|tyrone"
    ),
    "england": (
        "england|bedfordshire|berkshire|birmingham|bradford|bristol|buckinghamshire|cambridgeshire|cheshire|cornwall|"
        "cumbria|derby|derbyshire|devon|dorset|east anglia|east midlands|essex|gloucestershire|hampshire|"
        "herefordshire|hertfordshire|hull|kent|lancashire|leeds|leicester|leicestershire|lincolnshire|liverpool|london|"
        "manchester|merseyside|norfolk|northamptonshire|northumberland|northumbria|nottingham|nottinghamshire|"
        "oxfordshire|plymouth|rutland|sheffield|shropshire|somerset|staffordshire|suffolk|surrey|sussex|tyne and wear|"
        "warwickshire|west midlands|wiltshire|worcestershire|yorkshire"
    ),
}
"""By nation, names of its own: counties, council areas, large cities and regions of probation."""


def schemes_in_custody(programme: Programme) -> Iterator[Contradiction]:
    """A scheme that only a prison has is delivered in custody."""
    settings = programme.programme.settings
    if not settings or "custody" in settings or not programme.says_all(("programme", "settings")):
        return
    schemes = programme.value(("programme", "probation", "schemes")) or ()
    for place, scheme in enumerate(schemes):
        if scheme in _IN_CUSTODY_ALONE:
            message = f'"{scheme}" is a scheme of prisons alone, and programme.settings does not list "custody"'
            path = ("programme", "probation", "schemes", place)
            yield Contradiction(path, message, 'add "custody" to programme.settings, or take the scheme out')


def support_through_the_gate(programme: Programme) -> Iterator[Contradiction]:
    """Support that begins in prison and goes on outside is the scheme "through the gate"."""
    path: Path = ("programme", "probation", "schemes")
    schemes = programme.value(path)
    if not schemes or _THROUGH_THE_GATE in schemes or OTHER in schemes or not programme.says_all(path):
        return
    inside, outside = (
        programme.value(("relationship", "probation", key)) for key in ("meetings_before_release", "after_release")
    )
    if inside and outside is not None:
        message = (
            f'this does not list "{_THROUGH_THE_GATE}", and by relationship.probation a pair meets before the release '
            f"and for {outside} after it"
        )
        yield Contradiction(path, message, f'add "{_THROUGH_THE_GATE}", or correct [relationship.probation]')


def meetings_where_all_is_online(programme: Programme) -> Iterator[Contradiction]:
    """People who are online alone do not meet in one place."""
    if programme.programme.settings != ("online",) or not programme.says_all(("programme", "settings")):
        return
    for place, channel in enumerate(programme.relationship.channels or ()):
        if channel in _FACE_TO_FACE:
            message = 'by this pairs meet, and programme.settings has "online" alone'
            fix = "add where they meet to programme.settings, or take this out"
            yield Contradiction(("relationship", "channels", place), message, fix)


def support_that_leaves_the_setting(programme: Programme) -> Iterator[Contradiction]:
    """Support that goes on after people have left a place is delivered elsewhere too."""
    settings = programme.programme.settings
    if not settings or not programme.says_all(("programme", "settings")):
        return
    for setting, path in _LEFT.items():
        after = programme.value(path)
        if after is not None and set(settings) == {setting}:
            message = f'this is {after}, and programme.settings has "{setting}" alone, which people have left by then'
            yield Contradiction(path, message, "add where they meet then to programme.settings, or take this out")


def support_before_people_leave(programme: Programme) -> Iterator[Contradiction]:
    """Support that begins in person before people leave a place is delivered there."""
    settings, channels = programme.programme.settings, programme.relationship.channels
    if not settings or not programme.says_all(("programme", "settings")) or OTHER in settings:
        return
    if channels and "in person" not in channels:
        return
    parts = {member.id: member.part for member in programme.network.members or ()}
    for place, link in enumerate(programme.network.links or ()):
        since = link.since
        if since is None or since.side != "before" or link.kind != "supports" or parts.get(link.from_) != "mentor":
            continue
        left = _LEFT_AT.get(since.event, frozenset(settings))
        if left.isdisjoint(settings):
            message = (
                f"this is {written(tuple(settings))}, and by network.links[{place}].since support begins {since}, "
                "in a place that people have not left yet"
            )
            fix = f'add "{sorted(left)[-1]}" to programme.settings, or correct the link'
            yield Contradiction(("programme", "settings"), message, fix)
            return


def areas_of_another_nation(programme: Programme) -> Iterator[Contradiction]:
    """People come from the nation whose law applies; from others too, near a border, but not from these alone."""
    nation, areas = programme.programme.nation, programme.network.areas
    if nation not in _AREAS or not areas:
        return
    nations = [_nation_of(area) for area in areas]
    if None not in nations and nation not in nations:
        words = " and ".join(dict.fromkeys(each.title() for each in nations if each))
        message = f'these are in {words}, and programme.nation is "{nation}", whose law is asked about'
        yield Contradiction(("network", "areas"), message, "correct the nation, or the areas")


def places_of_another_setting(programme: Programme) -> Iterator[Contradiction]:
    """Where mentors belong, with those they support if there is such a place, is a setting of the programme."""
    settings = programme.programme.settings
    if not settings or not programme.says_all(("programme", "settings")) or OTHER in settings:
        return
    members = programme.network.members or ()
    mentees = {as_seen(each) for member in members if member.part == "mentee" for each in member.settings or ()}
    for place, member in enumerate(members):
        if member.part != "mentor" or not member.settings:
            continue
        shared = [each for each in member.settings if as_seen(each) in mentees] or list(member.settings)
        found = [_setting_elsewhere(each, settings) for each in shared]
        if None not in found:
            message = (
                f'by name this is a place of "{found[0]}" ({listed(shared)}), and programme.settings is '
                f"{written(tuple(settings))}"
            )
            path = ("network", "members", place, "settings")
            yield Contradiction(path, message, "correct the places, or the settings of the programme")


def pairs_by_their_places(programme: Programme) -> Iterator[Contradiction]:
    """A link pairs nobody whom matching keeps apart by the places and groups that both belong to."""
    members = members_by_id(programme)
    places = {id_: set(map(as_seen, member.settings or ())) for id_, member in members.items()}
    mentors = {id_ for id_, member in members.items() if member.part == "mentor"}
    required = [each for each in programme.matching.preferences or () if each.required]
    for place, link in enumerate(programme.network.links or ()):
        mentor, mentee = places.get(link.from_ or ""), places.get(link.to or "")
        if link.kind != "supports" or not mentor or not mentee or link.from_ not in mentors:
            continue
        where = f"{link.from_} belongs to {listed(sorted(mentor))}, and {link.to} to {listed(sorted(mentee))}"
        if any(map(_compares_places, required)) and not mentor & mentee:
            message = f"{where}: they have no place in common, and by matching.preferences every pair needs one"
            yield Contradiction(("network", "links", place), message, CORRECT)
        if any(map(_compares_places, programme.matching.exclusions or ())) and mentor == mentee and len(mentor) == 1:
            message = f"{where}, and matching.exclusions rules out every pair that has a place in common"
            yield Contradiction(("network", "links", place), message, CORRECT)


def _compares_places(comparison: Comparison) -> bool:
    return comparison.what == "settings" and comparison.kind in ("same", "overlap")


def _setting_elsewhere(name: str, settings: Collection[str]) -> str | None:
    """The setting that the name of a place says, if a programme of these settings has nobody who belongs there."""
    found = [each for each in _PLACES if re.fullmatch(_A_PLACE.format(each[1]), as_seen(name))]
    apart = [setting for setting, _, others in found if not {setting, *others}.intersection(settings)]
    return apart[0] if apart and len(apart) == len(found) else None


def pairs_of_two_areas(programme: Programme) -> Iterator[Contradiction]:
    """Those whom a link pairs have an area in common, of those that the programme lists beside each other."""
    areas = {
        member.id: set(map(as_seen, member.areas or ())) for member in programme.network.members or () if member.id
    }
    own = set(map(as_seen, programme.network.areas or ()))
    for place, link in enumerate(programme.network.links or ()):
        mentor, mentee = areas.get(link.from_ or ""), areas.get(link.to or "")
        if link.kind == "supports" and mentor and mentee and mentor | mentee <= own and not mentor & mentee:
            message = (
                f"{link.from_} is of {listed(sorted(mentor))} and {link.to} of {listed(sorted(mentee))}, and "
                "network.areas lists each of these: they have none in common"
            )
            yield Contradiction(("network", "links", place), message, CORRECT)


def _nation_of(area: str) -> str | None:
    """The one nation whose names a text has; None for a text with none, or with those of two."""
    padded = f" {as_seen(area).replace(',', ' ')} "
    found = [nation for nation, names in _AREAS.items() if any(f" {name} " in padded for name in names.split("|"))]
    return found[0] if len(found) == 1 else None
