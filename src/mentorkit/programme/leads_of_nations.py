"""What schools of each nation call the one who leads on the safety of children, and who stands in."""

from collections.abc import Mapping
from typing import NamedTuple

from mentorkit.programme.design import Nation


class Leads(NamedTuple):
    """The titles of the lead and of the deputy."""

    lead: str
    deputy: str


LEADS: Mapping[Nation, Leads] = {
    "england": Leads("designated safeguarding lead", "deputy safeguarding lead"),
    "wales": Leads("designated safeguarding person", "deputy safeguarding person"),
    "scotland": Leads("child protection coordinator", "deputy child protection coordinator"),
    "northern ireland": Leads("designated teacher", "deputy designated teacher"),
}
"""The sources are beside the other words of nations, in `mentorkit.first_file.words_of_nations`."""
