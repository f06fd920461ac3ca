"""Commands that are typed in a way that nothing can be done, and what stands in the way of reading and writing."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from .designs import DAY, OURS
from .situation import Doing, Situation, failing, git, programme, set_to, substance, without

_ASKED = "--setting community --nation england --name Peers"
_INIT = f"init --sector substance --from blanks {_ASKED}"
_FULL = OSError(errno.ENOSPC, "No space left on device")
_ANSWERS = "substnce\n \nsubstance\nblank\nblanks\ncommunity\nenglnd\nengland\n \nPeers\n"


def _changed(patch: pytest.MonkeyPatch, folder: object) -> None:
    """Another program writes the file meanwhile."""
    patch.setattr("pathlib.Path.read_bytes", lambda _: b"")


def _five_more(folder: Path) -> None:
    for name in "abcde":
        (folder / "ours" / f"{name}.toml").write_text("format =")


def _full_output(patch: pytest.MonkeyPatch, _: Path) -> None:
    """Standard output goes to a disk that is full."""

    def flush() -> None:
        raise _FULL

    patch.setattr(sys.stdout, "reconfigure", lambda **_: None)  # it would flush
    patch.setattr(sys.stdout, "flush", flush)


def _watched(change: Callable[[Path], object]) -> Doing:
    """Something changes while files are watched, at noon, and then somebody presses Ctrl-C."""

    def doing(patch: pytest.MonkeyPatch, folder: Path) -> None:
        def watch(*_: object, **__: object) -> Iterator[object]:
            yield change(folder)
            raise KeyboardInterrupt

        class Noon:
            @staticmethod
            def now() -> datetime:
                return datetime(2026, 11, 22, 12)  # noqa: DTZ001 - the time where the user is

        patch.setattr("watchfiles.watch", watch)
        patch.setattr("mentorkit.cli.watch.datetime", Noon)

    return doing


# fmt: off
SITUATIONS = [
    Situation("a command that is misspelt", "valdate p.toml"),
    Situation("a command of the network that is misspelt", "network pathes p.toml"),
    Situation("a command that there is not", "colour p.toml"),
    Situation("an option that is misspelt", "validate --fail_on error p.toml"),
    Situation("an option without a value", "validate p.toml --on"),
    Situation("a level that there is not", "validate --fail-on errors p.toml"),
    Situation("no file", "validate"),
    Situation("a file that is misspelt", "validate programs.toml", {"programme.toml": "", "notes.txt": ""}),
    Situation("a file in a folder where its name is misspelt", "facts ours/program.toml", {"ours/programme.toml": ""}),
    Situation("a word too many", "explain SUB101 because"),
    Situation("a value behind an option that takes none", "validate --no-waivers=yes p.toml"),
    Situation("a day that is none", "validate p.toml --on yesterday"),
    Situation("findings in a form that there is not", "validate p.toml --format html"),
    Situation("findings in a file without a form", "validate p.toml --output findings.sarif"),
    Situation("findings in a file in a form that is misspelt", "validate p.toml --output sarfi=findings.sarif"),
    Situation("findings in the place of a programme", "validate p.toml --output json=q.toml"),
    Situation("findings in the file that is read", "validate p.txt --output json=p.txt", {"p.txt": ""}),
    Situation("a picture in the file that is read", "network draw p.toml -o p.toml", OURS),
    Situation("findings in a file of a folder that is read", "validate ours --output json=f.json",
              {"ours/p.toml": OURS["p.toml"]}, given=lambda _, folder: (folder / "f.json").symlink_to("ours/p.toml")),
    Situation("findings in the place of something else", "validate p.toml --output json=f.json",
              {**OURS, "f.json": '{"ours": true}'}),
    Situation("findings in the baseline that is read", "validate p.toml --baseline b.json --output json=b.json", OURS),
    Situation("findings twice in one file", "validate p.toml --output json=f --output sarif=f"),
    Situation("findings in a folder that is not there", "validate p.toml --output json=none/f.json", OURS),
    Situation("findings in the place of a device", "validate p.toml --output json=/dev/null", OURS),
    Situation("a folder that may not be read", "validate folder", {"folder": None}, given=set_to(
        "os.walk", lambda path, onerror: onerror(PermissionError(13, "Permission denied", "folder/inner")) or ())),
    Situation("a file that may not be read", "validate p.toml", given=failing(
        "mentorkit.cli.read_file._Read.__init__", PermissionError(errno.EACCES, "Permission denied"))),
    Situation("a pipe in the place of a file", "validate pipe.toml p.toml", OURS,
              given=lambda _, folder: os.mkfifo(folder / "pipe.toml")),
    Situation("watching standard input", "validate --watch -"),
    Situation("watching without the package for it", "validate --watch p.toml", OURS, given=without("watchfiles")),
    Situation("watching a file that is taken away, until Ctrl-C", f"validate --watch p.toml {DAY}", OURS,
              given=_watched(lambda folder: (folder / "p.toml").unlink())),
    Situation("watching a folder in which much changes", f"validate --watch ours {DAY}",
              {"ours/p.toml": OURS["p.toml"]}, given=_watched(_five_more)),
    Situation("Ctrl-C", "validate p.toml", OURS,
              given=failing("mentorkit.validation.validate.judge", KeyboardInterrupt())),
    Situation("a slip of ours", "validate p.toml", OURS,
              given=failing("mentorkit.validation.validate.judge", ValueError())),
    Situation("a disk that is full while something is judged", "validate p.toml", OURS,
              given=failing("mentorkit.validation.validate.judge", _FULL)),
    Situation("standard output on a disk that is full", "explain unknown-key", given=_full_output),

    Situation("a rule that is misspelt", "explain SUB1O1"),
    Situation("a check of the file that is misspelt", "explain waiver-expird"),
    Situation("a rule that there is not", "explain 42"),
    Situation("a guide that is none", "explain SUB101 --web",
              given=lambda patch, _: patch.setenv("MENTORKIT_GUIDE", "nowhere")),
    Situation("a page on the web as data", "explain SUB101 --web --format json"),
    Situation("a shell that cannot be helped", "completion tcsh"),
    Situation("rules of a sector that is misspelt", "rules --sector substnce"),
    Situation("rules of a stage that there is not", "rules --stage network"),
    Situation("a schema for a sector that is misspelt", "schema --sector substnce"),
    Situation("facts of a design that cannot be read as a whole", "facts p.toml",
              {"p.toml": programme("lucky_number = 7\n\n[screening]\ncollects = ['shoe_size']\n")}),
    Situation("an empty sheet in the place of another", "facts p.toml --template screening -o a.csv",
              {**OURS, "a.csv": ""}),
    Situation("an empty sheet for a stage that there is not", "facts p.toml --template recruitment", OURS),
    Situation("an empty sheet in a file", "facts p.toml --template screening -o a.csv", OURS),

    Situation("a first file in the place of another", _INIT, {"programme.toml": ""}),
    Situation("a first file by two names", f"{_INIT} a.toml -o b.toml"),
    Situation("a first file in a folder that is not there", f"{_INIT} none/a.toml"),
    Situation("a first file where the disk is full", f"{_INIT} a.toml", given=failing("os.fsync", _FULL)),
    Situation("a first file that another program writes at the same moment", f"{_INIT} a.toml",
              given=failing("mentorkit.cli.atomic_write._NewContent.__enter__", FileExistsError())),
    Situation("a first file without answers", "init"),
    Situation("a first file for a sector that is misspelt", f"init --sector substnce --from blanks {_ASKED}"),
    Situation("a first file for a setting that is misspelt", "init --setting comunity"),
    Situation("a first file without a name", "init --name ' '"),
    Situation("a first file from a template that there is not", f"init --sector standards --from template {_ASKED}"),
    Situation("a first file with answers that are misspelt", f"init {DAY}", typed=_ANSWERS, terminal=True),
    Situation("a first file with no answer", "init", terminal=True),

    Situation("a comparison of one file", "diff p.toml", OURS),
    Situation("a comparison of standard input with its past", "diff - --from HEAD"),
    Situation("a comparison in a folder without git's records", "diff p.toml --from HEAD", OURS),
    Situation("a comparison where git is not installed", "diff p.toml --from HEAD", OURS,
              given=set_to("shutil.which", lambda _: None)),
    Situation("a comparison with a revision that there is not", "diff p.toml --from mian", OURS, given=git()),
    Situation("a comparison with a revision without the file", "diff q.toml --from HEAD", OURS, given=git()),
    Situation("a comparison of two files of which one is broken", "diff p.toml q.toml", {**OURS, "q.toml": "[a"}),

    Situation("a waiver with the file before the rule",
              "waive p.toml SUB101 --reason x --agreed-by x --until 2027-01-01", OURS),
    Situation("a waiver in a file that is changed meanwhile",
              "waive SUB101 p.toml --reason x --agreed-by x --until 2027-01-01", OURS, given=_changed),
    Situation("a waiver where the disk is full", "waive SUB101 p.toml --reason x --agreed-by x --until 2027-01-01",
              OURS, given=failing("os.fsync", _FULL)),

    Situation("calls in a design without a network", "network paths p.toml", {"p.toml": programme()}),
    Situation("calls in a file that is not there", "network paths p.toml"),
    Situation("a check of a network that is not there", "network check p.toml", {"p.toml": programme(
        "\n[supervision]\nled_by = 'coordinator'\n")}),
    Situation("a picture of a network of which nothing can be read", "network draw p.toml",
              {"p.toml": programme("\n[network]\nmembers = 3\n")}),
    Situation("calls in a network of which nothing can be read", "network stats p.toml",
              {"p.toml": programme("\n[network]\nmembers = 3\n")}),
    Situation("calls in a network with a slip beside it", "network paths p.toml overdose --most 1",
              {"p.toml": substance(("[network]", "[network]\nlucky_number = 7"))}),
    Situation("a picture on a terminal", "network draw p.toml", OURS,
              given=lambda patch, _: patch.setattr(sys.stdout, "isatty", lambda: True)),
    Situation("a picture in a form that is misspelt", "network draw p.toml -o p.htm", OURS),
    Situation("calls at a time that is none", "network paths p.toml --at 'Moonday 3am'", OURS),
    Situation("calls for a need that is misspelt", "network paths p.toml housng", OURS),
    Situation("calls for a need by its title", "network paths p.toml 'thoughts of suicide' --most 0", OURS),
    Situation("calls for a need that there is not", "network paths p.toml money", OURS),
    Situation("calls from a member by its title", "network paths p.toml --from 'Peer mentor'", OURS),
    Situation("calls in a network without needs", "network paths p.toml",
              {"p.toml": programme('\n[[network.members]]\nid = "mentor"\npart = "mentor"\n')}),
    Situation("calls in a network without mentors", "network paths p.toml",
              {"p.toml": programme('\n[[network.members]]\nid = "desk"\n\n[[network.needs]]\nid = "housing"\n')}),
    Situation("calls in a network without needs, for one", "network paths p.toml housing",
              {"p.toml": programme('\n[[network.members]]\nid = "mentor"\npart = "mentor"\n')}),
    Situation("what breaks without a member that there is not", f"network what-if p.toml --without nobody {DAY}", OURS),
]
