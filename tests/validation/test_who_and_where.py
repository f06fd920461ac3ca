"""What two places of a file say of ages, people and places, of which at most one can be right."""

from datetime import date

import pytest

from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
MENTOR = '[[network.members]]\nid = "mentor"\npart = "mentor"\n'
LEAD = '[[network.members]]\nid = "lead"\ntitle = "Lead"\npart = "programme"\npaid = true\nclinical = false\n'
SUPERVISES = '[[network.links]]\nfrom = "lead"\nto = "mentor"\nkind = "supervises"\n'


def said(rest: str, sector: str = "", form: int = 2) -> list[tuple[str, str]]:
    """What contradicts itself in a design, each with its place."""
    ways = 'ways = ["pair"]\n' if form == 2 else ""
    text = f"format = {form}\n[programme]\nsectors = [{sector}]\n{ways}{rest}\n"
    found = validate(text.encode(), "p.toml", PLUGINS, ON).findings
    return [(dotted(each.path), each.message) for each in found if each.rule == "contradiction"]


@pytest.mark.parametrize(
    ("rest", "sector", "at", "message"),
    [
        (
            '[role]\nworks_with = ["adults"]\n[network]\nyoungest = 14',
            "",
            "network.youngest",
            "this is 14, so some of those supported are children, and role.works_with does not list them",
        ),
        (
            "[role]\nyoungest = 60\n[matching.schools]\nyear_gap = 2",
            '"schools"',
            "matching.schools.year_gap",
            "role.youngest is 60, and this counts the school years of mentors, who are pupils",
        ),
        (
            "[role]\nyoungest = 11\n[for_whom]\nages = { from = 11, to = 13 }\n[matching.schools]\nyear_gap = 2",
            '"schools"',
            "for_whom.ages.from",
            "this is 11, role.youngest is 11 and matching.schools.year_gap is 2: the youngest mentor is not so "
            "many school years ahead of anybody",
        ),
        (
            "[role]\nyoungest = 60\n[for_whom]\nages = { from = 11, to = 13 }\n[recruitment]\n"
            'shares_with_mentees = ["age group"]',
            "",
            "recruitment.shares_with_mentees[0]",
            'this is "age group", and all mentors are over 46 years older: '
            "role.youngest is 60 and for_whom.ages.to is 13",
        ),
        (
            "[role]\nyoungest = 40\n[for_whom]\nages = { from = 18, to = 25 }\n"
            '[[matching.preferences]]\nwhat = "age"\nkind = "near"\ndifference = 5\nrequired = true',
            "",
            "matching.preferences[0].difference",
            "every pair has to be within 5 years of age, and no pair is: "
            "role.youngest is 40 and for_whom.ages.to is 25",
        ),
        (
            'settings = ["community"]\nprobation.schemes = ["listeners"]\n[file]\ncomplete = ["programme.settings"]',
            '"probation"',
            "programme.probation.schemes[0]",
            '"listeners" is a scheme of prisons alone, and programme.settings does not list "custody"',
        ),
        (
            'nation = "england"\n[network]\nareas = ["Glasgow", "the west of Scotland"]',
            "",
            "network.areas",
            'these are in Scotland, and programme.nation is "england", whose law is asked about',
        ),
        (
            '[[staff]]\nid = "lead"\n[[staff]]\nid = "Lead"',
            "",
            "staff[1].id",
            '"Lead" is already the id of the entry 1 of [[staff]], so it could mean either',
        ),
        (
            f'[[staff]]\nrole = "lead"\npaid = false\n{LEAD}',
            "",
            "staff[0].paid",
            "Lead: this is false, and network.members[0].paid is true",
        ),
        (
            f'[role]\npaid = "unpaid"\n{MENTOR}paid = true',
            "",
            "network.members[0].paid",
            'this is true, and role.paid is "unpaid"',
        ),
        (
            f'[supervision]\nled_by = "clinician"\n{MENTOR}{LEAD}{SUPERVISES}',
            "",
            "supervision.led_by",
            'this is "clinician", and network.members says of "lead", who supervise, that they are not clinical',
        ),
    ],
)
def test_both_places_are_named(rest: str, sector: str, at: str, message: str) -> None:
    assert said(rest, sector) == [(at, message)]


@pytest.mark.parametrize(
    ("rest", "sector"),
    [
        ('[role]\nworks_with = ["adults"]\n[network]\nyoungest = 18\noldest = 70', ""),
        ('[role]\nworks_with = ["children"]\n[network]\nyoungest = 11\noldest = 18', ""),  # pupils in their last year
        (
            "[role]\nyoungest = 12\n[for_whom]\nages = { from = 11, to = 13 }\n[matching.schools]\nyear_gap = 2",
            '"schools"',
        ),
        ("[role]\nyoungest = 60", '"schools"'),  # neighbours who read with pupils
        (
            "[role]\nyoungest = 21\n[for_whom]\nages = { from = 14 }\n[recruitment]\n"
            'shares_with_mentees = ["age group"]',
            "",
        ),
        ('settings = ["community"]\nprobation.schemes = ["listeners"]', '"probation"'),  # settings may be incomplete
        ('settings = ["custody"]\nprobation.schemes = ["listeners"]', '"probation"'),
        ('nation = "england"\n[network]\nareas = ["Cheshire", "Flintshire"]', ""),  # near a border
        ('nation = "england"\n[network]\nareas = ["Glasgow Road, London"]', ""),
        ('nation = "scotland"\n[network]\nareas = ["the town"]', ""),
        ('[[staff]]\nid = "lead"\n[[staff]]\nrole = "lead"', ""),
        (f'[[staff]]\nrole = "lead"\npaid = true\n{LEAD}', ""),
        (f'[role]\npaid = "some are paid"\n{MENTOR}paid = true', ""),
        (f'[supervision]\nled_by = "coordinator"\n{MENTOR}{LEAD}{SUPERVISES}', ""),
    ],
)
def test_what_goes_together_is_no_contradiction(rest: str, sector: str) -> None:
    assert said(rest, sector) == []


def test_a_file_of_format_1_contradicts_itself_too() -> None:
    stated = '[role]\nworks_with = ["adults"]\n[network]\nyoungest = 15\n'
    assert [at for at, _ in said(stated, form=1)] == ["network.youngest"]
