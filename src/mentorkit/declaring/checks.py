"""What cannot work is refused when a rule is made, so that no rule is half read later."""

import re
from typing import Literal, get_args, get_origin

from mentorkit.core.arguments import Argument, Parameter
from mentorkit.core.limit import Limit, OneOf
from mentorkit.core.rule import Rule
from mentorkit.core.stage import Area
from mentorkit.declaring.example import refuse_example
from mentorkit.programme.kept_columns import KEPT_COLUMNS
from mentorkit.programme.kind_in_words import can_be_read, kind_in_words
from mentorkit.programme.shared_keys import check_declared
from mentorkit.text.did_you_mean import did_you_mean, refuse_unknown
from mentorkit.text.values_in_text import written_list
from mentorkit.text.words import WORDS, placeholders_of
from mentorkit.values.declared import kind_of
from mentorkit.values.duration import Duration

_WHEN_MET = "eligible_from"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check_rule(made: Rule) -> None:
    """Refuses what cannot work.

    Raises:
        ValueError: saying what to change.
    """
    looks_at_design = "programme" in made.arguments or bool(made.views)
    if made.waived_by and not made.waivable:
        raise ValueError("nobody may waive the rule, so 'waived_by' can name no role that agrees to it")
    if made.refers and not made.facts:
        raise ValueError("'refers' is about people, and the rule asks for no fact")
    if made.searches and made.facts:
        raise ValueError("a rule that asks facts answers with a bool; problems are searched in the design alone")
    if looks_at_design and not made.searches:
        raise ValueError("a rule that takes the programme or a view gives problems: -> Iterator[Problem]")
    if not made.searches and (unstated := [each.name for each in made.parameters if each.optional]):
        raise ValueError(f"{unstated[0]!r} may be None, and only a search may take a key that nobody has to state")
    if made.reads and not looks_at_design:
        raise ValueError("'reads' says what a rule looks at in the programme; this one reads its arguments alone")
    lists = [each.name for each in made.parameters if get_origin(each.type) is tuple and not made.searches]
    if wrong := [name for name in made.met_by_more if name not in lists]:
        raise ValueError(f"'met_by_more' names {wrong[0]!r}, which is no list among the arguments of an answer")
    if not (made.parameters or made.facts or looks_at_design):
        raise ValueError("the function asks for nothing: it needs a Parameter, a Fact or the programme")
    if made.facts and not made.area.stage:
        raise ValueError(f"facts are asked at a stage; the area {made.area.table} is none")
    if made.has_function and not made.searches and not made.unmet:
        raise ValueError("say in 'unmet' what is wrong with a case or design that does not meet the rule")
    if "on" in made.arguments and not (made.facts or made.searches):
        raise ValueError("'on' is the date of a decision, and nothing here can depend on it")
    if made.area is Area.MATCHING:
        for argument in made.facts:
            if not argument.name.startswith(("mentor_", "mentee_")):
                raise ValueError(
                    f"at matching the case is a pair: {argument.name!r} must begin with mentor_ or mentee_"
                )
    for fact in made.facts:
        if kept := next((name for name in (fact.name, fact.declared.was) if name.casefold() in KEPT_COLUMNS), ""):
            what = KEPT_COLUMNS[kept.casefold()]
            raise ValueError(
                f"sheets keep the column {kept!r} for {what}; give the fact a name that says what it is of"
            )
    names = [*(argument.name for argument in (*made.parameters, *made.facts)), *made.tables]
    for name in names if made.has_function else ():
        if name in (*WORDS, _WHEN_MET):
            what = "a word that sectors set" if name in WORDS else "the first day on which a rule is met"
            raise ValueError(f"{name!r} is {what}, and messages could not tell the two apart")
        if names.count(name) > 1:
            raise ValueError(f"two things are called {name!r} here; give one of them another name")
    for argument in (*made.parameters, *made.facts):
        declared = argument.declared
        if not can_be_read(argument.type):
            raise ValueError(f"no file or record can hold the type of {argument.name!r}")
        for limit in argument.limits:
            if not limit.fits(argument.type):
                plain = argument.type is Duration and type(getattr(limit, "bound", None)) is int
                hint = f'; write a length of time in quotes, such as "{limit.bound} days"' if plain else ""  # type: ignore[attr-defined]
                raise ValueError(
                    f"the limit '{limit.words}' does not fit {argument.name!r}: {kind_in_words(argument.type)}{hint}"
                )
            _refuse_what_no_file_says(argument, limit)
        if isinstance(declared, Parameter):
            check_declared(declared, made.path(argument), argument.type)
        if declared.was and (declared.was == argument.name or not _NAME.fullmatch(declared.was)):
            raise ValueError(f"'was' is the name that {argument.name!r} had before, such as 'waiting_time'")
        if argument.example:
            refuse_example(argument)
        if not declared.description and not (isinstance(declared, Parameter) and declared.at):
            raise ValueError(f"{argument.name!r} needs a description")
    for label, text in (("unmet", made.unmet), ("fix", made.fix)):
        if "{" not in text:
            continue
        asked = (*names, _WHEN_MET, *{"on", "programme"}.intersection(made.arguments)) if made.has_function else ()
        known = {*WORDS, *asked}
        placeholders, rest = placeholders_of(text)
        if re.search(r"\{(\S|$)", rest):
            raise ValueError(
                f"{label} has a brace that is not around a name; put a space after one that is meant as such"
            )
        if unknown := sorted(placeholders - known):
            what = "argument" if made.has_function else "word that sectors set"
            close = did_you_mean(unknown[0], known)
            meant = f'; did you mean "{close}"? There are' if close else "; there are"
            there = f"{meant} {written_list(sorted(known), 'and')}"
            raise ValueError(f"{label} names {{{unknown[0]}}}, which is no {what}{there}")


def _refuse_what_no_file_says(argument: Argument, limit: Limit) -> None:
    """Refuses a limit that names a value which its key cannot have: nobody could keep to it."""
    type_ = get_args(argument.type)[0] if get_origin(argument.type) is tuple else argument.type
    for value in limit.values if isinstance(limit, OneOf) else getattr(limit, "entries", ()):
        if get_origin(type_) is Literal:
            refuse_unknown(f"value of {argument.name!r}", [value], get_args(type_))
        elif type(value) is not type_:
            kind = kind_in_words(argument.type)
            raise ValueError(f"the limit '{limit.words}' names {kind_of(value)}, and {argument.name!r} is {kind}")
