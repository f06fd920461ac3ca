"""A first file: from blanks or from a sector's template, with what each key means, and who says so, beside it."""

from mentorkit.first_file.answers import FirstFileAnswers
from mentorkit.first_file.blanks import from_blanks
from mentorkit.first_file.template import OPEN, from_template
from mentorkit.first_file.words_of_nations import in_words_of

__all__ = ["OPEN", "FirstFileAnswers", "from_blanks", "from_template", "in_words_of"]
