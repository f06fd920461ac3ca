"""What mentorkit plugin new says where it asks."""

from pathlib import Path

from .terminal import on_a_terminal


def test_it_asks_for_the_stage_with_all_that_can_be_answered(tmp_path: Path) -> None:
    asked = "Stage of its first rule (screening, training, matching, supervision, graduation, outcomes, programme, "
    answers = ("housing", "--prefix=HSG", "--title=housing services")
    status, shown = on_a_terminal(tmp_path, "plugin", "new", *answers, typed=[(asked, "outcomes\n")])
    assert status == 0, shown
    assert (tmp_path / "mentorkit-housing/src/mentorkit_housing/outcomes.py").is_file()
