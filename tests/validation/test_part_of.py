"""A part of a larger service: what is read in the larger service's file, where it is reported, and what is refused."""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import Path
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.testing.generation import Material, designs
from mentorkit.toml.document import CannotJudgeError, Document, read_document
from mentorkit.validation.opened import Opened, open_programme
from mentorkit.validation.report import Report, report_on
from mentorkit.validation.validate import judge
from mentorkit.values.duration import Duration
from tests.building import ROOT
from tests.examples import examples

PLUGINS = Plugins()
ON = date(2026, 11, 22)
DLNR = ROOT / "examples/documented/probation"
HEAD = 'format = 2\n[programme]\nsectors = ["probation"]\n'
PART = f'{HEAD}ways = ["pair"]\npart_of = "service.toml"\n'


@attrs.frozen
class Folder:
    """A folder of files that are nowhere but here."""

    files: Mapping[str, str]

    def read(self, name: str) -> tuple[Document, "Folder"]:
        """One of the files, and the same folder."""
        if name not in self.files:
            raise CannotJudgeError(name, "there is no such file", "check its name")
        return read_document(self.files[name].encode(), name), self


def opened(part: str, larger: str = "", **more: str) -> Opened:
    files = {"service.toml": larger, **{f"{name}.toml": text for name, text in more.items()}}
    return open_programme(read_document(part.encode(), "part.toml"), PLUGINS, Folder({"part.toml": part, **files}))


def report(part: str, larger: str = "") -> Report:
    return report_on(opened(part, larger), ON)


def refusal(part: str, larger: str = "", **more: str) -> str:
    with pytest.raises(CannotJudgeError) as problem:
        opened(part, larger, **more)
    return str(problem.value)


def about(judged: Report, path: Path) -> list[Finding]:
    return [finding for finding in judged.findings if finding.path == path]


def test_its_own_value_wins_and_what_it_leaves_out_is_read_in_the_larger_file() -> None:
    larger = f'{HEAD}ways = ["pair"]\n[training]\nlength = "12 weeks"\nrefresher_every = "1 year"\n'
    training = opened(f'{PART}[training]\nlength = "8 weeks"\n', larger).programme.training
    assert (training.length, training.refresher_every) == (Duration.parse("8 weeks"), Duration.parse("1 year"))


def test_a_list_and_a_value_with_parts_are_of_one_file() -> None:
    larger = f'{HEAD}[programme.probation]\nschemes = ["one-to-one mentoring"]\n[training]\ntopics = ["risk"]\n'
    larger += 'award = { title = "Mentoring", level = 2 }\n[[staff]]\nrole = "coordinator"\n'
    own = '[training]\ntopics = ["listening"]\n[training.award]\nlevel = 3\n[[staff]]\nrole = "lead"\npaid = true\n'
    design = opened(PART + own, larger).programme
    assert design.training.topics == ("listening",)
    assert design.training.award is not None
    assert (design.training.award.title, design.training.award.level) == (None, 3)
    assert [(role.role, role.paid) for role in design.staff or ()] == [("lead", True)]
    assert design.sector_values["programme", "probation", "schemes"] == ("one-to-one mentoring",)


def test_what_is_in_writing_is_of_both_files_unless_the_part_says_that_its_own_is_all() -> None:
    path = ("governance", "documents")
    larger = f'{HEAD}[governance]\ndocuments = ["safeguarding policy", "risk register"]\n'
    own = f'{PART}[governance]\ndocuments = ["report of a pilot", "risk register"]\n'
    read = opened(own, larger)
    assert read.programme.governance.documents == ("report of a pilot", "risk register", "safeguarding policy")
    assert not read.programme.says_all(path)
    missing = [each for each in about(report_on(read, ON), path) if each.kind is FindingKind.NOT_SETTLED]
    assert {each.span and each.span.file for each in missing} == {""}
    assert not any('"safeguarding policy"' in each.message for each in missing)
    complete = opened(f'{own}[file]\ncomplete = ["governance.documents"]\n', larger)
    assert complete.programme.governance.documents == ("report of a pilot", "risk register")
    wrong = opened(own, larger.replace('"risk register"', "7"))
    assert [fault.path[:2] for fault in wrong.all_faults] == [path]


def test_what_the_larger_service_says_of_a_document_holds_where_the_part_only_names_it() -> None:
    larger = f'{HEAD}[governance]\ndocuments = [{{ is = "risk register", owner = "lead" }}]\n'
    own = f'{PART}[governance]\ndocuments = ["risk register"]\n'
    (stated,) = opened(own, larger).programme.governance.stated_documents
    assert getattr(stated.about, "owner", None) == "lead"


def test_each_file_says_only_of_its_own_lists_and_values_that_they_are_complete_or_not_confirmed() -> None:
    larger = f'{HEAD}[training]\nlength = "8 weeks"\ntopics = ["risk"]\n'
    own = f'{PART}[file]\ncomplete = ["training.topics"]\nnot_confirmed = ["training.length"]\n'
    read = opened(own, larger)
    assert (read.programme.file.complete, read.programme.file.not_confirmed) == ((), ())
    assert opened(own, HEAD).programme.file == opened(own, HEAD).own.file


def test_a_range_is_of_one_file() -> None:
    larger = f'{HEAD}[training]\nlength = {{ from = "6 weeks", to = "8 weeks" }}\n'
    read = opened(f'{PART}[training]\nlength = {{ at_least = "10 weeks" }}\n', larger)
    assert (read.programme.training.length, read.faults) == (read.own.training.length, ())
    assert str(opened(PART, larger).programme.training.length) == "6 to 8 weeks"


def test_an_empty_list_is_a_statement_of_the_part() -> None:
    assert (
        opened(f"{PART}[training]\ntopics = []\n", f'{HEAD}[training]\ntopics = ["risk"]\n').programme.training.topics
        == ()
    )


def test_what_each_programme_says_of_itself_alone_is_not_read_there() -> None:
    larger = """format = 2
waivers = [{ rule = "STD206", reason = "r", agreed_by = "service manager", until = 2027-01-31 }]
[programme]
name = "The service"
sectors = ["probation", "substance"]
ways = ["pair", "on call"]
nation = "england"
mentors = 12
mentees = 24
objectives = [{ text = "less reoffending" }]
[training.substance]
abstinence = "1 year"
[file]
asked_until = "2026-11"
"""
    read = opened(PART, larger)
    stated = {path: value for path, value in stated_keys(read.programme) if path not in dict(stated_keys(read.own))}
    assert stated == {("programme", "nation"): "england"}
    assert set(read.rulebook.sectors) == {"standards", "probation"}
    assert about(report_on(read, ON), ("training", "topics"))  # the waiver of the larger service is not in force here


@pytest.mark.parametrize(("way", "answered"), [("group sessions", False), ("pair", True)])
def test_what_makes_no_sense_for_its_ways_is_not_read_there(way: str, answered: bool) -> None:
    larger = HEAD + 'ways = ["pair", "on call"]\n[matching]\nmentors_per_mentee = 2\n[on_call]\n'
    larger += '[relationship]\nchannels = ["telephone"]\n'
    own = f'{HEAD}ways = ["{way}"]\npart_of = "service.toml"\n'
    design = opened(own, larger).programme
    assert (design.matching.mentors_per_mentee == 2) is answered
    assert (design.relationship.channels == ("telephone",)) is answered


def test_a_network_is_read_there_as_a_whole_or_not_at_all() -> None:
    larger = f'{HEAD}[[network.needs]]\nid = "housing"\n[[network.links]]\nfrom = "mentor"\nto = "lead"\n'
    assert opened(PART, larger).programme.network.links
    assert opened(f'{PART}[[network.needs]]\nid = "debt"\n', larger).programme.network.links is None


@pytest.mark.parametrize("header", ["[network]", "[training]", "[training.award]", "[for_whom.ages]", "[on_call]"])
def test_a_header_with_nothing_under_it_states_nothing(header: str) -> None:
    larger = f"{HEAD}[network]\nspan = 8\n[training]\naward = {{ level = 2 }}\n[for_whom]\nages = {{ from = 18 }}\n"
    read = opened(f"{PART}{header}\n", larger)
    assert own_values(read.programme) == own_values(opened(PART, larger).programme)
    assert read.span(("network", "span")) == opened(PART, larger).span(("network", "span"))


def test_a_fellowship_is_not_asked_who_supervises_in_the_network_of_the_larger_service() -> None:
    larger = HEAD + '[[network.members]]\nid = "mentor"\npart = "mentor"\npeople = 2\n'
    larger += '[[network.members]]\nid = "mentee"\npart = "mentee"\n[[network.members]]\nid = "lead"\n'
    larger += '[[network.links]]\nfrom = "lead"\nto = "mentor"\nkind = "supervises"\n'
    of_fellowship = rules_that_find(report(PART.replace('"pair"', '"mutual aid"'), larger))
    assert {"STD717", "STD718", "STD723"}.isdisjoint(of_fellowship)
    assert {"STD718", "STD723"} <= rules_that_find(report(PART, larger)).keys()


def test_what_is_read_there_is_reported_there_and_what_is_stated_nowhere_once_here() -> None:
    larger = f'{HEAD}[outcomes]\nmeasures = [{{ name = "reoffending", of = ["mentor"] }}]\n'
    larger += '[file]\ncomplete = ["outcomes.measures"]\n'
    found = report(PART, larger)
    short = next(each for each in found.findings if each.kind is FindingKind.FALLS_SHORT)
    assert (short.rule, short.path) == ("STD602", ("outcomes", "measures"))
    assert short.span is not None
    assert (short.span.file, short.span.line, short.span.column) == ("service.toml", 5, 12)
    assert found.document_of(short).line(5).startswith("measures")
    (nation,) = about(found, ("programme", "nation"))
    assert nation.span is not None
    assert (nation.span.file, nation.span.line) == ("", 2)


def test_that_a_list_is_complete_and_that_nobody_confirmed_a_value_go_with_it() -> None:
    larger = f'{HEAD}principles = ["equality"]\n[training]\nlength = "8 weeks"\ntopics = ["risk"]\n[file]\n'
    larger += 'complete = ["programme.principles", "training.topics"]\n'
    larger += 'not_confirmed = ["training.length", "training.topics"]\n'
    read = opened(f'{PART}[training]\ntopics = ["listening"]\n', larger)
    assert read.programme.says_all(("programme", "principles"))
    assert not read.programme.says_all(("training", "topics"))
    unsure = [each for each in report_on(read, ON).findings if each.rule == "not-confirmed"]
    assert [(each.path, each.span and each.span.file) for each in unsure] == [(("training", "length"), "service.toml")]


def test_a_larger_file_of_format_1_is_read_as_what_it_is() -> None:
    larger = (
        'format = 1\n[programme]\nsectors = ["probation"]\nprinciples = ["equality"]\n[relationship]\npairs = true\n'
    )
    design = opened(PART, larger).programme
    assert (design.format, design.relationship.pairs) == (2, None)
    assert design.says_all(("programme", "principles"))


def test_the_larger_service_may_be_a_part_itself() -> None:
    service = f'{HEAD}part_of = "whole.toml"\n[training]\nlength = "8 weeks"\n'
    whole = f'{HEAD}[training]\nlength = "1 week"\nrefresher_every = "1 year"\n'
    read = opened(PART, service, whole=whole)
    assert read.programme.training.length == Duration.parse("8 weeks")
    assert [each.name for each in read.files] == ["part.toml", "service.toml", "whole.toml"]
    span = read.span(("training", "refresher_every"))
    assert span is not None
    assert (span.file, span.line) == ("whole.toml", 6)


AT = "part.toml:5:11: "
UNREAD = f"{AT}the file of the larger service cannot be read: "


@pytest.mark.parametrize(
    ("part", "larger", "said"),
    [
        (PART, "format = 3\n", f"{UNREAD}service.toml:1:10: this release of mentorkit reads formats 1 and 2"),
        (PART, "format = 2\n", f"{UNREAD}service.toml: the file does not name its sectors"),
        (PART, "format 2\n", f"{UNREAD}service.toml:1:8: an = is missing here"),
        (PART, "", f"{UNREAD}service.toml: this file has no keys"),
        (PART.replace("service", "servcie"), "", f"{UNREAD}servcie.toml: there is no such file"),
        (PART.replace("service", "part"), "", f"{AT}these files are part of one another: part.toml → part.toml"),
        (PART, PART.replace("service", "part"),
         f"{UNREAD}service.toml:5:11: these files are part of one another: part.toml → service.toml → part.toml"),
        (PART.replace("service", "0"), "", f"{UNREAD}8.toml:5:11: more than 10 files are part of one another here"),
        (PART.replace('"service.toml"', "7"), "", f"{AT}part_of has to be the name of a file"),
        (PART.replace("service", "/srv/service"), "", f'{AT}"/srv/service.toml" is a full path or an address'),
        (PART.replace("service", "https://x.example/service"), "", f'{AT}"https://x.example/service.toml" is a full'),
        (PART.replace("service", "C:/service"), "", f'{AT}"C:/service.toml" is a full path'),
        (PART.replace('"service.toml"', "'..\\service.toml'"), "", f'{AT}"..\\service.toml" is not a name that every'),
        (PART.replace("service.toml", "-"), "", f'{AT}"-" is not the name of a programme\'s file, which ends in .toml'),
        (f'{PART}nation = "wales"\n', f'{HEAD}nation = "scotland"\n',
         "part.toml:6:10: this programme is in Wales, and the larger service in service.toml is in Scotland"),
        (PART, HEAD.replace("probation", "schools"),
         "part.toml:3:11: the larger service in service.toml is in none of the sectors of this programme"),
    ],
)  # fmt: skip
def test_a_part_is_refused_where_its_larger_service_cannot_answer(part: str, larger: str, said: str) -> None:
    row = {str(each): PART.replace("service", str(each + 1)) for each in range(12)}
    assert refusal(part, larger, **row).startswith(said)


def test_a_text_in_no_folder_has_no_larger_service_to_read() -> None:
    with pytest.raises(CannotJudgeError, match="this text is in no folder"):
        open_programme(read_document(PART.encode(), "-"), PLUGINS)


def test_format_1_knows_no_larger_service() -> None:
    old = PART.replace("format = 2", "format = 1")
    assert [fault.path for fault in opened(old).faults] == [("programme", "ways"), ("programme", "part_of")]


def test_a_fault_of_the_larger_file_is_reported_once_at_its_place_unless_the_part_says_it_itself() -> None:
    larger = (
        f'{HEAD}principels = ["a"]\n[training]\nlength = 12\nrefresher_every = 1\n[waivers]\n[file]\ncomplete = ["x"]\n'
    )
    read = opened(f'{PART}[training]\nlength = "8 weeks"\n', larger)
    assert read.faults == ()
    assert [fault.path for fault in read.all_faults] == [("programme", "principels"), ("training", "refresher_every")]
    found = [each for each in report_on(read, ON).findings if each.kind is FindingKind.UNREADABLE]
    assert [(each.path, each.span and (each.span.file, each.span.line)) for each in found] == [
        (("programme", "principels"), ("service.toml", 4)),
        (("training", "refresher_every"), ("service.toml", 7)),
    ]
    assert str(read.refusal()).startswith('service.toml:4:1: there is no key "principels" here')


def test_a_table_of_the_larger_file_that_is_none_is_reported_also_where_the_part_has_one() -> None:
    read = opened(f'{PART}[training]\nlength = "8 weeks"\n', HEAD.replace("[", "training = 12\n[", 1))
    assert str(read.refusal()).startswith("service.toml:2:12: this is a number, but a table is needed here")
    (found,) = (each for each in report_on(read, ON).findings if each.kind is FindingKind.UNREADABLE)
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("service.toml", 2)


def test_a_value_of_the_part_that_cannot_be_read_is_not_replaced_by_the_larger_services() -> None:
    larger = f'{HEAD}[training]\nlength = "12 weeks"\n'
    read = opened(f"{PART}[training]\nlength = 12\n", larger)
    assert read.programme.training.length is None
    assert [fault.path for fault in read.all_faults] == [("training", "length")]


def asked(name: str, *, as_part: bool) -> set[Path]:
    """The keys that a documented programme does not state and a rule asks for."""
    text = (DLNR / name).read_text(encoding="utf-8")
    text = text if as_part else text.replace('part_of = "dlnr_crc.toml"\n', "")
    files = ProgrammeFiles()
    judged = judge(read_document(text.encode(), name), PLUGINS, ON, folder=files.folder_of(str(DLNR / name)))
    return {each.path for each in judged.findings if each.kind is FindingKind.NOT_SETTLED and not each.open_list}


@pytest.mark.parametrize(
    ("name", "answered"),
    [("transition_and_hope.toml", 19), ("first_appointment_groups.toml", 23), ("new_start_ceremony.toml", 16)],
)
def test_the_file_of_a_service_answers_much_of_what_its_parts_are_asked(name: str, answered: int) -> None:
    before, now = asked(name, as_part=False), asked(name, as_part=True)
    service = open_programme(read_document((DLNR / "dlnr_crc.toml").read_bytes(), "dlnr_crc.toml"), PLUGINS)
    assert len([path for path in before - now if service.own.value(path) is not None]) == answered


THROUGH_THE_GATE = tomllib.loads((ROOT / "examples/probation/through_the_gate.toml").read_text(encoding="utf-8"))
DESIGNS = designs(Material(PLUGINS.rulebook(["probation"]), [THROUGH_THE_GATE]))
TABLES = sorted(THROUGH_THE_GATE.keys() - {"format", "programme"})
PARTS = st.builds(
    lambda design, said: {name: table for name, table in design.items() if name in said},
    DESIGNS,
    st.sets(st.sampled_from(TABLES), max_size=6),
)
"""Designs that leave most tables to the larger service."""


def as_file(design: Mapping[str, Any], part_of: str = "") -> str:
    """A generated design as a file of format 2, which may be part of another."""
    about = {**design.get("programme", {}), "sectors": ["probation"], "ways": ["pair"]}
    about |= {"part_of": part_of} if part_of else {}
    kept = {name: table for name, table in design.items() if name not in ("format", "programme", "file", "waivers")}
    return tomli_w.dumps({"format": 2, "programme": about, **kept})


def own_values(programme: Programme) -> dict[Path, Any]:
    """What a design states, without what a file says of itself."""
    return {path: value for path, value in stated_keys(programme) if path[0] != "file"}


def rules_that_find(judged: Report) -> dict[str, set[Path]]:
    """The rules that find something, each with the places."""
    found: dict[str, set[Path]] = {}
    for finding in judged.findings:
        for rule in finding.rules:
            found.setdefault(rule, set()).add(finding.path)
    return found


@examples(16)
@given(PARTS)
def test_a_part_of_a_service_that_says_nothing_is_read_as_if_it_were_alone(design: dict[str, Any]) -> None:
    alone, part = report(as_file(design)), report(as_file(design, "service.toml"), HEAD)
    before, now = own_values(alone.programme), own_values(part.programme)
    assert now.pop(("programme", "part_of")) == "service.toml"
    assert now == before
    assert [(each.rules, each.path, each.message) for each in part.findings] == [
        (each.rules, each.path, each.message) for each in alone.findings
    ]


@examples(16)
@given(PARTS, DESIGNS)
def test_what_a_part_states_itself_always_counts(design: dict[str, Any], larger: dict[str, Any]) -> None:
    read = opened(as_file(design, "service.toml"), as_file(larger))
    stated = own_values(read.programme)
    documents = stated.pop(("governance", "documents"), ())
    own = own_values(read.own)
    assert set(own.pop(("governance", "documents"), ())) <= set(documents)
    assert own.items() <= stated.items()
    others = own_values(open_programme(read_document(as_file(larger).encode(), "service.toml"), PLUGINS).own)
    assert all(others[path] == value for path, value in stated.items() if path not in own_values(read.own))


@examples(24)
@given(PARTS, DESIGNS, st.data())
def test_a_rule_finds_no_less_where_the_larger_service_says_less(
    design: dict[str, Any], larger: dict[str, Any], draw: st.DataObject
) -> None:
    part, whole = as_file(design, "service.toml"), tomllib.loads(as_file(larger))
    tables = sorted(name for name, table in whole.items() if isinstance(table, dict) and name != "programme" and table)
    if not tables:
        return
    table = draw.draw(st.sampled_from(tables))
    key = draw.draw(st.sampled_from(sorted(whole[table])))
    before = rules_that_find(report(part, tomli_w.dumps(whole)))
    del whole[table][key]
    now = rules_that_find(report(part, tomli_w.dumps(whole)))
    less = {rule: places for rule, places in before.items() if rule not in now}
    assert all(place[:2] == (table, key) for places in less.values() for place in places), (table, key, less)
