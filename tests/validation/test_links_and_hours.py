"""Links, hours and settings that do not go with what else the file says."""

import pytest

from .test_who_and_where import MENTOR, said

_PEOPLE = MENTOR + '[[network.members]]\nid = "person"\npart = "mentee"\n'
_LINK = '[[network.links]]\nfrom = "mentor"\nto = "person"\nkind = "supports"\n'
_COMPLETE = '[file]\ncomplete = ["programme.settings"]'
_PLACES = (
    MENTOR + "settings = [{}]\n" + '[[network.members]]\nid = "person"\npart = "mentee"\nsettings = [{}]\n' + _LINK
)
_IN_COMMON = '[[matching.preferences]]\nwhat = "settings"\nkind = "overlap"\nrequired = true\n'
_APART = '[[matching.exclusions]]\nwhat = "settings"\nkind = "overlap"\n'
_MEETING = '[relationship]\nmodes = ["one-to-one"]\nmeetings = 20\nmeeting_length = "1 hour"\nlongest = "6 months"\n'


@pytest.mark.parametrize(
    ("rest", "sector", "at", "message"),
    [
        (
            '[relationship]\ncontact_every = "1 week"\n' + _PEOPLE + _LINK + 'within = "2 weeks"',
            "",
            "network.links[0].within",
            "mentor and mentee answer each other within 2 weeks, and relationship.contact_every is 1 week: "
            "they are in contact before that",
        ),
        (
            '[relationship]\nlongest = "6 months"\n' + _PEOPLE + _LINK + 'since = "2 years before discharge"',
            "",
            "network.links[0].since",
            "this link begins 2 years before discharge, and relationship.longest is 6 months: "
            "support is over before the event",
        ),
        (
            '[role]\noccasions = ["before discharge"]\n' + _PEOPLE + _LINK + 'since = "discharge"',
            "",
            "network.links[0].since",
            'this link begins at discharge, and role.occasions[0] is "before discharge"',
        ),
        (
            _PEOPLE + _LINK + 'within = "1 day"\n' + _LINK + 'within = "2 days"',
            "",
            "network.links[1].within",
            "this is 2 days, and network.links[0] is the same link with 1 day",
        ),
        (
            '[[network.members]]\nid = "police"\npart = "emergency"\ncontact = "call 101"',
            "",
            "network.members[0].contact",
            'this is "call 101", and part is "emergency"; the number for emergencies is 999',
        ),
        (
            _MEETING + MENTOR + 'hours = "Monday 09:00 to 09:25, Tuesday 09:00 to 09:25"',
            "",
            "network.members[0].hours",
            "mentors are there Monday to Tuesday 09:00 to 09:25, and relationship.meeting_length is 1 hour: none fits",
        ),
        (
            "[matching]\nmentees_per_mentor = 6\n" + _MEETING + MENTOR + 'hours = "Monday 09:00 to 12:00"',
            "",
            "relationship.meetings",
            "20 meetings of 1 hour each in 6 months, with 6 people at a time, do not fit: "
            "by network.members mentors are there Monday 09:00 to 12:00",
        ),
        (
            'settings = ["ward"]\n[relationship]\nmental_health.after_discharge = "4 months"\n'
            '[file]\ncomplete = ["programme.settings"]',
            '"mental_health"',
            "relationship.mental_health.after_discharge",
            'this is 4 months, and programme.settings has "ward" alone, which people have left by then',
        ),
        (
            'settings = ["community"]\n' + _PLACES.format('"The Prison", "the hub"', '"the prison"') + _COMPLETE,
            "",
            "network.members[0].settings",
            'by name this is a place of "custody" (The Prison), and programme.settings is ["community"]',
        ),
        (
            _IN_COMMON + _PLACES.format('"the hub"', '"the cafe", "the clinic"'),
            "",
            "network.links[0]",
            "mentor belongs to the hub, and person to the cafe and the clinic: they have no place in common, "
            "and by matching.preferences every pair needs one",
        ),
        (
            _APART + _PLACES.format('"the hub"', '"The hub"'),
            "",
            "network.links[0]",
            "mentor belongs to the hub, and person to the hub, "
            "and matching.exclusions rules out every pair that has a place in common",
        ),
        (
            'nation = "wales"\n[role]\nyoungest = 16\ntitle = "Year 10 mentor"',
            "",
            "role.title",
            'this is "Year 10 mentor", whose pupils are 14 to 15, and role.youngest is 16',
        ),
        (
            'nation = "scotland"\n[role]\nyoungest = 17\n[recruitment]\nroute = "assembly in S1 and S2"',
            "",
            "recruitment.route",
            'this is "assembly in S1 and S2", whose pupils are 11 to 14, and role.youngest is 17',
        ),
        (
            'nation = "northern ireland"\n[for_whom]\ngroups = ["Year 8 pupils"]\nages = { from = 13, to = 16 }',
            "",
            "for_whom.groups[0]",
            'this is "Year 8 pupils", whose pupils are 11 to 12, and for_whom.ages.from is 13',
        ),
        (
            '[screening]\nsubstance.abstinence = "1 year"\n[progression]\nsubstance.paid_abstinence = "6 months"',
            '"substance"',
            "screening.substance.abstinence",
            "every mentor is free of dependence for 1 year, and progression.substance.paid_abstinence is 6 months, "
            "so it asks for nothing more",
        ),
        (
            '[progression]\nlongest_term = "1 year"\n'
            '[[supervision.phases]]\nfor = "2 years"\n[[supervision.phases]]\nevery = "1 month"',
            "",
            "supervision.phases[0].for",
            "this phase lasts 2 years, and progression.longest_term is 1 year: "
            "nobody is a mentor in the phase after it",
        ),
    ],
)
def test_both_places_are_named(rest: str, sector: str, at: str, message: str) -> None:
    assert said(rest, sector) == [(at, message)]


@pytest.mark.parametrize(
    ("rest", "sector"),
    [
        ('[relationship]\ncontact_every = "1 week"\n' + _PEOPLE + _LINK + 'within = "7 days"', ""),
        ('[role]\noccasions = ["before discharge"]\n' + _PEOPLE + _LINK + 'since = "1 day before discharge"', ""),
        (_PEOPLE + _LINK + 'for = ["home"]\nwithin = "1 day"\n' + _LINK + 'for = ["work"]\nwithin = "2 days"', ""),
        ('[[network.members]]\nid = "ambulance"\npart = "emergency"\ncontact = "999, or 111 for advice"', ""),
        ('settings = ["community"]\n' + _PLACES.format('"the prison"', '"the prison"'), ""),
        ('settings = ["community"]\n' + _PLACES.format('"the prison", "the hub"', '"the hub"') + _COMPLETE, ""),
        ('settings = ["community"]\n' + _PLACES.format('"the prison", "the hub"', '"home"') + _COMPLETE, ""),
        ('settings = ["workplace"]\n' + _PLACES.format('"HMP Town"', '"HMP Town"') + _COMPLETE, ""),
        ('settings = ["community"]\n' + _PLACES.format('"the old school"', '"home"') + _COMPLETE, ""),
        (_IN_COMMON + _PLACES.format('"the hub"', '"the hub", "home"'), ""),
        (_APART + _PLACES.format('"the hub"', '"the hub", "home"'), ""),
        (_MEETING + MENTOR + 'hours = "Monday 09:00 to 12:00"', ""),
        ("[matching]\nmentees_per_mentor = 60\n" + _MEETING + MENTOR, ""),
        ('settings = ["ward"]\n[relationship]\nmental_health.after_discharge = "4 months"', '"mental_health"'),
        ('nation = "scotland"\n[role]\nyoungest = 16\ntitle = "Year 10 mentor"', ""),
        ('nation = "england"\n[role]\nyoungest = 13\ntitle = "mentor of Year 9 and Year 10"', ""),
        ('nation = "scotland"\n[role]\nyoungest = 14\n[recruitment]\nroute = "assembly in S4"', ""),
        ('nation = "northern ireland"\n[role]\nyoungest = 14\n[recruitment]\nroute = "assembly in Year 11"', ""),
        ('nation = "england"\n[role]\nyoungest = 30\n[recruitment]\nroute = "a letter to parents of Year 7"', ""),
        ('nation = "england"\n[role]\nyoungest = 14\n[recruitment]\nroute = "after 2 years 4 of our mentors"', ""),
        ('nation = "england"\n[for_whom]\ngroups = ["parents of Year 7"]\nages = { from = 25, to = 60 }', ""),
        ('nation = "england"\n[for_whom]\ngroups = ["pupils in Year 7"]\nages = { from = 12, to = 14 }', ""),
        ('nation = "england"\n[role]\nkind = "student mentor"\ntitle = "Year 3 mentor"\nyoungest = 20', ""),
    ],
)
def test_what_can_be_right_is_none(rest: str, sector: str) -> None:
    assert said(rest, sector) == []
