"""Checking one design: from a file to what is to be said about it, the main job."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from mentorkit.core.strength import SEVERITIES
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import Document, read_document
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.part_of import Folder
from mentorkit.validation.report import Coming, Report, report_on


def validate(
    source: bytes, name: str, plugins: Plugins, on: date, *, use_waivers: bool = True, folder: Folder | None = None
) -> Report:
    """Checks the design in one TOML file.

    Args:
        source: the bytes of the file.
        name: what to call it.
        plugins: those that are installed.
        on: the date of the check, which decides whether waivers still count.
        use_waivers: False shows what they hide.
        folder: the folder that the file is in, where that of its larger service is looked up.

    Raises:
        CannotJudgeError: where the file, a sector that it names or the file of its larger service cannot be used.
    """
    return judge(read_document(source, name), plugins, on, use_waivers=use_waivers, folder=folder)


def judge(
    document: Document, plugins: Plugins, on: date, *, use_waivers: bool = True, folder: Folder | None = None
) -> Report:
    """Checks the design in a document that has been read; the same arguments and errors as `validate`."""
    opened = open_programme(document, plugins, folder)
    report = report_on(opened, on, use_waivers=use_waivers)
    coming = tuple(_coming(opened, on, use_waivers=use_waivers))
    return attrs.evolve(report, coming=coming) if coming else report


def _coming(opened: Opened, on: date, *, use_waivers: bool) -> Iterator[Coming]:
    """What gets worse on each later day on which a rule changes: compared with the day before, which waivers share."""
    for day in opened.rulebook.changes:
        if day > on:
            from mentorkit.validation.diff import compare  # few rulebooks change

            before, then = [report_on(opened, each, use_waivers=use_waivers) for each in (day - timedelta(days=1), day)]
            if worse := compare(before, then).worse(SEVERITIES):
                known = {id(finding) for finding in worse}
                yield Coming(day, tuple(finding for finding in then.findings if id(finding) in known))
