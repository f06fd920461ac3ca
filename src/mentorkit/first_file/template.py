"""A first file from a sector's template: its values, the answers, and above each key what it means."""

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.first_file.answers import FirstFileAnswers
from mentorkit.first_file.blanks import with_blanks
from mentorkit.first_file.key_comment import KeyComments
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.toml.document import Document
from mentorkit.toml.edits import edited, put_into_table, set_value, take_out
from mentorkit.toml.outline import Outline

_HEAD = """\
# Begun with mentorkit from a template. Above each key you see a question, what the answer has to be or should be, and
# which rules ask for it. The values of a template are not advice: replace them with your own. Once a value is right for
# you, confirm it, which takes its key out of not_confirmed, at the end of this file.
#
#   mentorkit validate FILE     says what falls short, and what is not settled
#   mentorkit confirm FILE      lists the values that nobody has confirmed; with a KEY behind it, it confirms that one
#   mentorkit explain STD301    says why a rule is there
#
"""
_COMPLETE = ("file", "complete")
OPEN = """\
# The template does not state everything that your rules ask for. The rest comes after a #, with an example: these are
# blanks for you to settle.
#
"""
"""Stands at the head of a file in which something is left blank."""


def from_template(book: Rulebook, programme: Programme, template: Document, answers: FirstFileAnswers) -> str:
    """A first file with the values of a template, except for those that are answered; what else is asked is blank.

    Args:
        book: the rules of the sectors, in the words of the programme's setting.
        programme: the design in the template.
        template: the file, which states name, sectors, settings and nation in [programme].
        answers: what the service has said.
    """
    said = attrs.asdict(answers, recurse=False)
    ways = answers.ways or programme.programme.ways
    design = attrs.evolve(programme, programme=attrs.evolve(programme.programme, **{**said, "ways": ways}))
    comments = KeyComments(book, design)
    text = _answered(_in_other_places(template, programme, answers), answers)
    text = _with_file(text, programme, answers, _still_complete(book, programme, design))
    above: dict[int, list[str]] = {}
    seen: set[Path] = set()
    for entry in sorted(Outline(text, accepted=True).values(), key=lambda entry: entry.key):
        plain = tuple(part for part in entry.path if not isinstance(part, int))
        start = text.rfind("\n", 0, entry.key[0]) + 1
        if isinstance(entry.path[-1], int) or plain in seen or text[start : entry.key[0]].strip():
            continue
        if plain in book.sector_keys or shared_key(plain, in_lists=True):
            seen.add(plain)
            above[start] = comments.of_key(plain)
    parts: list[str] = []
    done = 0
    for start, lines in sorted(above.items()):
        before = text[done:start]
        parts += [before, "" if before.endswith(("]\n", "\n\n")) else "\n", *(f"{line}\n" for line in lines)]
        done = start
    stated = "".join([*parts, text[done:]])
    whole = with_blanks(stated, design, comments)
    cited = "\n".join(["", "# Cited above in short:", *comments.sources()])
    return f"{_HEAD}{OPEN if whole != stated else ''}{whole}{cited}\n"


def _still_complete(book: Rulebook, programme: Programme, design: Programme) -> tuple[str, ...]:
    """The lists of the template that are complete for these answers, too.

    They are so where the template is delivered, and as far as its own sector asks there. In other settings, by other
    sectors, or by rules for another nation, more may be asked, which nobody has thought of yet.

    Args:
        book: the rules of the sectors.
        programme: the design in the template.
        design: the same with the answers.
    """
    if set(design.programme.settings or ()) != set(programme.programme.settings or ()):
        return ()
    others = (design.programme.sectors or ())[1:]
    asked = {rule.id for rule in book.rules_for(design)} - {rule.id for rule in book.rules_for(programme)}
    return tuple(
        name
        for name in programme.file.complete or ()
        if not any(rule.owner in others or rule.id in asked for rule in book.readers(path_of(name)))
    )


def _with_file(text: str, programme: Programme, answers: FirstFileAnswers, complete: tuple[str, ...]) -> str:
    """The text with the lists that are complete, and all values but those that are answered as not confirmed."""
    answered = {("programme", name) for name in answers.written()}
    names = tuple(dotted(path) for path, _ in stated_keys(programme) if path[0] != "file" and path not in answered)
    outline = Outline(text, accepted=True)
    if complete != (programme.file.complete or ()):
        change = set_value(outline, _COMPLETE, complete) if complete else take_out(outline, _COMPLETE)
        text = edited(text, [change])
        outline = Outline(text, accepted=True)
    path = ("file", "not_confirmed")
    if path in outline:
        return edited(text, [set_value(outline, path, names)])
    return edited(text, [put_into_table(outline, "file", {path[-1]: names})])


def _in_other_places(template: Document, programme: Programme, answers: FirstFileAnswers) -> str:
    """The text of the template without the places where members meet, if it is delivered in none of the settings."""
    if not set(answers.settings).isdisjoint(programme.programme.settings or ()):
        return template.text
    members = range(len(programme.network.members or ()))
    places = [("network", "members", place, "settings") for place in members]
    return edited(template.text, [take_out(template.outline, path) for path in places if path in template.outline])


def _answered(text: str, answers: FirstFileAnswers) -> str:
    """The text of a template with the answers in the place of its own, and of what it says of those."""
    outline = Outline(text, accepted=True)
    if answers.ways and ("programme", "ways") not in outline:
        text = edited(text, [put_into_table(outline, "programme", {"ways": answers.ways})])
    outline = Outline(text, accepted=True)
    answered = {outline["programme", name].value: value for name, value in answers.written().items()}
    for (start, end), value in sorted(answered.items(), reverse=True):
        text = text[:start] + value + text[text.index("\n", end) :]
    return text
