"""Titles that schools of another nation have: somebody would look for a lead whom nobody there knows by that name."""

from collections.abc import Iterator

from mentorkit.core.finding import Finding
from mentorkit.programme.leads_of_nations import LEADS
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.validation.file_checks import check_finding
from mentorkit.validation.other_nation import where
from mentorkit.values.same_entry import as_entry


def titles_of_other_nations(programme: Programme) -> Iterator[Finding]:
    """A finding for each member whose title is that of the lead, or the deputy, in schools of another nation."""
    nation = programme.programme.nation
    if nation is None or nation not in LEADS or "school" not in (programme.programme.settings or ()):
        return
    there = LEADS[nation]
    elsewhere = {
        as_entry(title): (other, there[place])
        for other, titles in LEADS.items()
        for place, title in enumerate(titles)
        if other != nation
    }
    for place, member in enumerate(programme.network.members or ()):
        title = member.title or member.id or ""
        if found := elsewhere.get(as_entry(title)):
            other, ours = found
            here = where(programme.programme)
            message = f"{written(title)} is what schools in {other.title()} say; {here} it is {written(ours)}"
            fix = f"if it is the same task, write {written(ours)}, so that everybody knows who is meant"
            path = ("network", "members", place, "title" if member.title else "id")
            yield check_finding("title-elsewhere", path, message, fix)
