"""mentorkit explain: why a rule is there, and what it asks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.complete_names import rule_ids
from mentorkit.cli.options import debug_option, format_option, say, style
from mentorkit.cli.rule_page import page_of_checks, page_of_keys, page_of_rule, show_page

if TYPE_CHECKING:
    from mentorkit.core.arguments import Argument
    from mentorkit.core.rule import Rule
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.registry.load import Plugin
    from mentorkit.testing import RuleCase


@click.command(
    epilog="""\b
Examples:
  mentorkit explain SUB101
  mentorkit explain waiver-expired
  mentorkit explain relationship.shortest
  mentorkit explain supervision --more
  mentorkit explain "record check"
  mentorkit explain SUB101 --web
  MENTORKIT_GUIDE=site mentorkit explain SUB101 --web
  mentorkit explain --format json STD301"""
)
@click.argument("what", metavar="RULE|KEY|WORDS", shell_complete=rule_ids)
@click.option("--web", is_flag=True, help="Print the address of its web page instead; on a terminal, also open it.")
@click.option("--more", is_flag=True, help="Of words, show all that is found.")
@format_option
@debug_option
def explain(what: str, web: bool, more: bool, form: str) -> None:
    """Say why a rule is there, who says so, and what it asks of a design and of a person, with examples.

    RULE is an id such as SUB101, or the name of a check of the file itself such as unknown-key. KEY is a key of the
    file, such as training.length: you see what to ask, by when to decide it, and which rules read it. WORDS are looked
    for in all of them: a stage such as supervision, a word or several, or the end of a key; you see what fits best.

    The address for --web is the one that the distribution with the rule gives as its documentation, or that of a guide
    you have built (its address or folder in MENTORKIT_GUIDE). If there is neither, the exit status is 2. mentorkit
    itself sends nothing anywhere.
    """
    from mentorkit.cli.explain_key import key_data, key_of_file, names_of_keys, say_key
    from mentorkit.cli.explain_search import say_found, search, words_of
    from mentorkit.registry.find import VARIABLE
    from mentorkit.registry.load import Plugins
    from mentorkit.registry.rulebook_of import rulebook_of
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.testing import cases_of
    from mentorkit.text.did_you_mean import asks, did_you_mean
    from mentorkit.text.words import listed, shortened
    from mentorkit.validation.file_checks import FILE_CHECKS

    if web and form == "json":
        raise click.UsageError("--web prints only an address, so it cannot go with --format; leave out one of them")
    if what.lower() in FILE_CHECKS:
        if web:
            show_page(page_of_checks(), "mentorkit", what.lower())
        else:
            _say_check(what.lower(), form)
        return
    plugins = Plugins()
    usable, broken = plugins.usable()
    for plugin in usable:
        for made in plugin.rules:
            if made.id == what.upper():
                if web:
                    show_page(page_of_rule(plugin.found, made.id), plugin.found.distribution, made.id)
                    return
                book = rulebook_of({plugin.found.name: plugin.sector}, plugin.rules)
                _say_rule(plugin, made, book, list(cases_of(plugin, made)), form)
                return
    if key := key_of_file(what, usable):
        if web:
            show_page(page_of_keys(), "mentorkit", what)
        elif form == "json":
            say(to_json({"version": JSON_VERSION, "key": key_data(key)}))
        else:
            say_key(key)
        return
    if not web and (found := search(what, usable)):
        if form == "json":
            data = [{"kind": each.kind, "name": each.name, "about": each.about} for each in found]
            say(to_json({"version": JSON_VERSION, "found": data}))
        else:
            say_found(shortened(what), found, more=more)
        return
    for problem in broken:
        click.echo(f"left out: {problem}", err=True)
    if plugins.left_out:
        click.echo(f"left out by {VARIABLE}: {listed(found.name for found in plugins.left_out)}", err=True)
    rules = [made.id for plugin in usable for made in plugin.rules]
    near = (did_you_mean(what, known) for known in ([*rules, *FILE_CHECKS, *names_of_keys(usable)], words_of(usable)))
    close = asks(did_you_mean(what, filter(None, near)))
    raise click.UsageError(
        f"there is no rule and no key of the file \"{shortened(what)}\"{close}\n'mentorkit rules' lists all rules"
    )


def _say_check(check: str, form: str) -> None:
    from mentorkit.reports.findings_json import JSON_VERSION, to_json
    from mentorkit.validation.contradictions import looked_for
    from mentorkit.validation.file_checks import FILE_CHECKS

    strength, reason = FILE_CHECKS[check]
    searches = looked_for() if check == "contradiction" else []
    if form == "json":
        data: dict[str, Any] = {"id": check, "strength": strength.name.lower(), "reason": reason}
        if searches:
            data["looks_for"] = [{"name": name, "reason": why} for name, why in searches]
        say(to_json({"version": JSON_VERSION, "check": data}))
        return
    say(f"{style(check, 'strong')} ({strength.severity}), a check of the file itself\n\n{reason}\n")
    if searches:
        say(f"\n{style('What is looked for', 'strong')}\n")
        for name, why in searches:
            say(f"  {name}\n    {why}\n")


def _say_rule(plugin: "Plugin", rule: "Rule", book: "Rulebook", cases: "list[RuleCase]", form: str) -> None:
    from mentorkit.programme.ways import ways_in_words
    from mentorkit.testing import telling_cases
    from mentorkit.text.values_in_text import spoken_by_day
    from mentorkit.text.words import in_words, listed
    from mentorkit.validation.safe_to_start import is_for_start
    from mentorkit.validation.who_may_agree import who_may_agree

    if form == "json":
        from mentorkit.reports.findings_json import JSON_VERSION, rule_data, to_json

        examples = [{"outcome": case.outcome, "why": case.why, "toml": case.text} for case in cases]
        say(to_json({"version": JSON_VERSION, "rule": {**rule_data(rule, book), "cases": examples}}))
        return
    severity = rule.strength.severity
    say(f"{style(rule.id, 'strong')} {rule.name}\n")
    waivable = "" if rule.waivable else ", cannot be waived"
    since = f", asked since {rule.asked_since}" if rule.asked_since else ""
    applies = f", applies {in_words(rule.applies.words, book.words)}" if rule.applies is not None else ""
    days = "".join(f", {words}" for words in (ways_in_words(rule.ways), rule.days.words) if words)
    label = style(f"{rule.strength.name.lower()} ({severity})", severity)
    say(f"{label}, {plugin.sector.title}, {rule.area.table}{applies}{days}{waivable}{since}\n")
    if is_for_start(rule):
        say("a programme keeps it before it starts: mentorkit validate --for start\n")
    for because in rule.applies.assumptions if rule.applies is not None else ():
        say(f"what the file does not state counts as no here: {because}\n")
    if rule.refers:
        say("a case that does not meet it is referred to a person\n")
    if rule.waivable and (roles := who_may_agree(rule)):
        say(f"a waiver has to be agreed by one of these roles: {listed(roles, 'or')}\n")
    say(f"{rule.review_in_words}\n\n")
    say(f"{style('Why', 'strong')}\n  {rule.reason}\n\n")
    for heading, lines in (
        ("In the file", _in_the_file(rule, book)),
        ("Of a person", _of_a_person(rule, book)),
        ("By the day", (f"{name}: {spoken_by_day(table)}" for name, table in rule.tables.items())),
        ("Sources", (f"{source}\n    {source.address}\n    status: {source.standing}" for source in rule.all_sources)),
    ):
        shown = "".join(f"  {line}\n" for line in lines)
        if shown:
            say(f"{style(heading, 'strong')}\n{shown}\n")
    for case in telling_cases(cases):
        _say_case(case)


def _in_the_file(rule: "Rule", book: "Rulebook") -> Iterator[str]:
    from mentorkit.programme.kind_in_words import kind_in_words
    from mentorkit.programme.path import dotted
    from mentorkit.text.words import listed

    for argument in rule.parameters:
        path = rule.path(argument)
        yield f"{dotted(path)} ({kind_in_words(argument.type)}): {book.describe(rule, argument)}"
        yield from _notes(rule, argument)
        for limit in argument.limits:
            yield f"  {limit.phrase_and_days(argument.type)}"
    if rule.searches:
        looked_at = [dotted(path) for path in rule.looked_at]
        yield f"it searches the design: {listed(looked_at)}" if looked_at else "it searches the design"
    elif rule.has_function and not rule.facts:
        yield "otherwise: " + _shown(rule.unmet, rule, book)
    if rule.fix and not rule.facts:
        yield "then: " + _shown(rule.fix, rule, book)


def _of_a_person(rule: "Rule", book: "Rulebook") -> Iterator[str]:
    from mentorkit.programme.kind_in_words import kind_in_words

    for argument in rule.facts:
        yield f"{argument.name} ({kind_in_words(argument.type)}): {book.describe(rule, argument)}"
        if question := book.question(argument.name):
            yield f"  {question}"
        yield from _notes(rule, argument)
    if rule.facts:
        yield "otherwise: " + _shown(rule.unmet, rule, book)
        if rule.fix:
            yield "then: " + _shown(rule.fix, rule, book)


def _notes(rule: "Rule", argument: "Argument") -> Iterator[str]:
    """What else there is to know of a parameter or a fact."""
    from mentorkit.programme.ways import ways_in_words

    if argument.ways != rule.ways and argument.ways:
        yield f"  {ways_in_words(argument.ways)}"
    if argument.optional:
        yield "  may be left out"
    if argument.declared.was:
        yield f"  was called {argument.declared.was}"


def _shown(text: str, rule: "Rule", book: "Rulebook") -> str:
    """A message with the names of its arguments where the values will stand."""
    from mentorkit.text.words import in_words

    taken = (*(argument.name for argument in (*rule.parameters, *rule.facts)), *rule.tables)
    names = {name: f"[{name}]" for name in taken}
    return in_words(text, book.words, {**names, "on": "[on]", "eligible_from": "[the first day]"})


def _say_case(case: "RuleCase") -> None:
    """A case as it would stand in a file, and in the record of a person."""
    answer = case.answer()
    say(f"{style(f'Example: {answer.called}', 'strong')} ({case.why})\n")
    for heading, toml in case.written:
        say(f"  {heading}:\n")
        say("".join(f"    {line}\n" if line else "\n" for line in toml.splitlines()))
    if answer.message:
        say(f"  says: {answer.message}\n")
    say("\n")
