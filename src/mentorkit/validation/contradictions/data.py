"""Data about people that one place of a file says are not kept or passed on, and another asks for or passes on."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mentorkit.core.stage import Stage
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, differ
from mentorkit.values.basis_in_law import BasisInLaw, basis_in_law
from mentorkit.values.kinds_of_data import KindOfData, kinds_of_data
from mentorkit.values.seen_text import as_seen

_BASES: Mapping[KindOfData, str] = MappingProxyType({"health": "health_data_basis", "offences": "offence_data_basis"})
_CONSENT_ALONE = re.compile(r"(?:(?:with|by|the|their|explicit|informed|verbal|written|person's|given) )*consent")

_RISK_SCREEN: Path = ("screening", "substance", "risk_domains")
"""What a risk screen looks at, of which the sheet about applicants has a record."""


def kept_after_all(programme: Programme) -> Iterator[Contradiction]:
    """What is asked of people or measured is kept, in a record of each of them."""
    for kind, key in _BASES.items():
        basis = programme.value(("governance", key))
        if basis is None or basis_in_law(basis) is not BasisInLaw.NONE_KEPT:
            continue
        for at, what in _asked_of_people(programme):
            if kind in kinds_of_data(what):
                message = f"no data on {kind} are kept, and {dotted(at)} has {written(what)}"
                out = "the measure out" if "measures" in at else f"{written(what)} out of {dotted(at)}"
                fix = f"name the condition under which they are kept, or take {out}"
                yield Contradiction(("governance", key), message, fix)
                break


def certificates_kept_twice(programme: Programme) -> Iterator[Contradiction]:
    """How long certificates are kept is one fact, where a sector has a key of its own for it."""
    own = [(path, value) for path, value in programme.sector_values.items() if path[-1] == "certificates_kept"]
    for place, row in enumerate(programme.governance.retention or ()):
        named = any("criminal record certificate" in as_seen(entry) for entry in row.records or ())
        for path, value in own if named else ():
            apart = differ(row.kept_for, value)
            if apart is not False:
                message = f"certificates are kept for {row.kept_for}, and {dotted(path)} is {value}"
                at: Path = ("governance", "retention", place, "kept_for")
                yield Contradiction(at, message, CORRECT, apart is True)


def risks_passed_on_by_consent_alone(programme: Programme) -> Iterator[Contradiction]:
    """If confidentiality has limits, a risk is passed on whether or not the person consents."""
    if programme.safeguarding.confidentiality != "limited":
        return
    mentees = {member.id for member in programme.network.members or () if member.part == "mentee"}
    no_risks = {need.id for need in programme.network.needs or () if need.risk is False}
    for place, link in enumerate(programme.network.links or ()):
        if link.kind != "escalates" or link.from_ in mentees or (link.for_ and no_risks.issuperset(link.for_)):
            continue
        if link.basis and _CONSENT_ALONE.fullmatch(as_seen(link.basis)):
            message = (
                f'a risk is passed on with "{link.basis}" alone, and safeguarding.confidentiality is "limited", so '
                "that it is passed on without as well"
            )
            fix = 'name what allows it without consent, such as "vital interests" or "duty to safeguard children"'
            yield Contradiction(("network", "links", place, "basis"), message, fix)


def _asked_of_people(programme: Programme) -> Iterator[tuple[Path, str]]:
    """What is asked or measured, with the place that says so."""
    for stage in Stage:
        at: Path = (stage.value, "collects")
        for name in programme.value(at) or ():
            yield at, name
    for domain in programme.value(_RISK_SCREEN) or ():
        yield _RISK_SCREEN, domain
    for place, measure in enumerate(programme.outcomes.measures or ()):
        for key in ("name", "tool"):
            if said := getattr(measure, key):
                yield ("outcomes", "measures", place, key), said
