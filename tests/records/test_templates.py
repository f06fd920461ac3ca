"""Empty sheets and what explains them: no cell is taken for a formula, whatever a design calls a column."""

from mentorkit.records.columns import Column
from mentorkit.records.templates import column_guide, empty_sheet

ODD = Column("=1+1", str, "what; =2+2", ("STD101",))


def test_no_cell_of_a_template_is_a_formula() -> None:
    assert empty_sheet([ODD]) == "\ufeffid,'=1+1\r\n"
    assert column_guide([ODD]).splitlines()[-1] == '"\'=1+1","what;\' =2+2","text","STD101"'
