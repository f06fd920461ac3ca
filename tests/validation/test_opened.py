"""What a file has to say before any rule can be chosen: its format, and its sectors."""

import pytest

from mentorkit.programme.formats import FORMATS
from mentorkit.toml.document import CannotJudgeError, Document, read_document
from mentorkit.validation.opened import named_sectors, require_format


def test_an_empty_file_says_nothing() -> None:
    with pytest.raises(
        CannotJudgeError, match=r"^a\.toml: this file has no keys; write a first file with 'mentorkit init'"
    ):
        require_format(read_document(b"\r\n# nothing\r\n", "a.toml"))


@pytest.mark.parametrize("value", ["0", "3", "2.0", "true", '"2"', "[2]", "{ a = 2 }", "nan", "2026-03-31"])
def test_another_format_is_refused_at_its_place(value: str) -> None:
    with pytest.raises(CannotJudgeError) as refused:
        require_format(read_document(f"\n  format = {value}".encode(), "a"))
    fix = "update mentorkit" if value == "3" else "write format = 2"
    assert str(refused.value) == f"a:2:12: this release of mentorkit reads formats 1 and 2; {fix}"


@pytest.mark.parametrize("version", FORMATS)
def test_each_format_is_read(version: int) -> None:
    require_format(read_document(f"format = {version}".encode(), "a"))


def test_a_file_without_a_format_is_refused_and_true_is_not_one() -> None:
    with pytest.raises(
        CannotJudgeError, match=r"^a: the file does not say which format .*; begin it with: format = 2$"
    ):
        require_format(read_document(b"name = 1", "a"))
    with pytest.raises(CannotJudgeError, match=r"^a:1:10: this release"):
        require_format(read_document(b"format = true", "a"))


NOT_NAMED = "the file does not name its sectors, so no rule can be chosen"
NO_LIST = "sectors has to be a list of names"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a = 1", "", NOT_NAMED),
        ("programme = 1", ":1:13", NOT_NAMED),
        ("[[programme]]\nsectors = []", ":1:1", NOT_NAMED),
        ("a = 1\n[programme]\nname = 'a'", ":2:1", NOT_NAMED),
        ("[programme]\nsectors = 'a'", ":2:11", NO_LIST),
        ("[programme]\nsectors = ['a', 1]", ":2:11", NO_LIST),
        ("[programme]\nsectors = [['a']]", ":2:11", NO_LIST),
        ("[programme.sectors]\na = 1", ":1:1", NO_LIST),
    ],
)
def test_sectors_that_are_missing_or_no_names_are_refused_at_their_place(text: str, place: str, message: str) -> None:
    with pytest.raises(CannotJudgeError) as refused:
        named_sectors(read_document(text.encode(), "a"))
    fix = 'write sectors = ["substance"] under [programme], or [] for only the shared standards'
    assert str(refused.value) == f"a{place}: {message}; {fix}"


def test_sectors_are_named_once_in_the_order_of_the_file() -> None:
    document = read_document(b"programme.sectors = ['b', 'a', 'b']", "a")
    assert named_sectors(document) == ("b", "a")
    assert named_sectors(Document("a", "", {"programme": {"sectors": []}})) == ()
