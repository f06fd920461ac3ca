"""What stands beside a key of a first file: the question, within which limits, who asks it, and their sources."""

import textwrap
from collections.abc import Iterable

import attrs

from mentorkit.core.arguments import Argument
from mentorkit.core.limit import Limit
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path, path_of
from mentorkit.programme.shared_keys import shared_key, shared_names, ways_of_shared
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY, Way, ways_in_words
from mentorkit.reports.citations import Citations

_WIDTH = 120


class KeyComments:
    """What the rules of one design say of the keys of its file."""

    def __init__(self, book: Rulebook, programme: Programme) -> None:
        """Gets the rules, and the design that tells which of them may apply."""
        self.book = book
        self._offered = {way for way in Way if programme.offers(way)}
        self.rules = {rule.id: rule for rule in book.rules_for(programme)}
        self.citations = Citations(source for rule in self.rules.values() for source in rule.all_sources)
        self.asked: dict[Path, tuple[tuple[Rule, Argument], ...]] = {
            path: asking
            for path, users in book.parameters.items()
            if (asking := tuple(user for user in users if self._is_asked(*user, programme)))
        }
        self.of_ways = [path for path in map(path_of, shared_names()) if _is_for_one_way(path, programme)]
        self.needed: dict[Path, list[Rule]] = {}
        self.read: dict[Path, list[Rule]] = {}
        for rule in self.rules.values():
            for path in rule.reads:
                if programme.may_offer(ways_of_shared(path)):
                    self.read.setdefault(path, []).append(rule)
            for key in rule.applies.all_needs if rule.applies is not None else ():
                self.needed.setdefault(path_of(key), []).append(rule)

    def _is_asked(self, rule: Rule, argument: Argument, programme: Programme) -> bool:
        return rule.id in self.rules and programme.may_offer(argument.ways)

    def of_key(self, path: Path) -> list[str]:
        """The comment above a key, in lines."""
        comment = wrapped_comment(self._described(path))
        for words, limits in self._limits(path).items():
            rules = ", ".join(dict.fromkeys(rule.id for rule, _ in limits))
            sources = dict.fromkeys(source for _, limit in limits for source in limit.sources)
            comment += _below(f"{words} [{rules}]: {'; '.join(map(self.citations.short, sources))}")
        limiting = {rule.id for limits in self._limits(path).values() for rule, _ in limits}
        users = {rule.id: rule for rule in (*(rule for rule, _ in self.asked.get(path, ())), *self.read.get(path, ()))}
        if others := [rule for id_, rule in users.items() if id_ not in limiting]:
            comment += _below(f"asked by {_ids(others)}: {self._works(others)}")
        if waiting := [rule for rule in self.needed.get(path, ()) if rule.id not in users]:
            comment += _below(f"decides whether these apply: {_ids(waiting)}")
        if path[-1] == "collects" and len(path) == 2:
            for name, asking in self.facts(Stage(str(path[0]))).items():
                rule, argument = asking[0]
                kind = kind_in_words(argument.type)
                comment += _below(
                    f"{name} ({kind}): {self.book.describe(rule, argument)} [{_ids(r for r, _ in asking)}]"
                )
        return comment

    def facts(self, stage: Stage) -> dict[str, list[tuple[Rule, Argument]]]:
        """The facts that rules need first at a stage, with the rules that use them, by name."""
        first: dict[str, Stage] = {}
        used: dict[str, list[tuple[Rule, Argument]]] = {}
        for rule in self.rules.values():
            for argument in rule.facts if rule.stage else ():
                used.setdefault(argument.name, []).append((rule, argument))
                earliest = first.get(argument.name)
                if rule.stage and (earliest is None or rule.stage in earliest.reached):
                    first[argument.name] = rule.stage
        return {name: users for name, users in sorted(used.items()) if first[name] is stage}

    def sources(self) -> list[str]:
        """The works that the comments cite in short, in full, in lines."""
        return [line for work in self.citations.listed() for line in _below(work)]

    def _described(self, path: Path) -> str:
        shared = shared_key(path, in_lists=True)
        type_ = shared.type if shared else self.book.sector_keys.get(path)
        if type_ is None:
            return ""
        kind, declared = kind_in_words(type_), self.book.key(path).in_words(self.book.words)
        about = ["" if "table" in kind else kind, declared.detail if declared.question else ""]
        own = path[0] in TABLE_OF_WAY.values()  # whose name says it
        partly = declared.ways and not own and not self._offered <= declared.ways
        about.append(ways_in_words(declared.ways & self._offered) if partly else "")
        text = "; ".join(filter(None, about))
        return (declared.question or declared.description) + (f" ({text})" if text else "")

    def _limits(self, path: Path) -> dict[str, list[tuple[Rule, Limit]]]:
        """The limits of a key in words, the most binding first, each with those who set it."""
        users = self.asked.get(path, ())
        limits = [(rule, argument.type, limit) for rule, argument in users for limit in argument.limits]
        found: dict[str, list[tuple[Rule, Limit]]] = {}
        for rule, type_, limit in sorted(limits, key=lambda entry: -entry[2].strength):
            found.setdefault(limit.phrase_and_days(type_), []).append((rule, limit))
        return found

    def _works(self, rules: Iterable[Rule]) -> str:
        works = (attrs.evolve(source, place="") for rule in rules for source in rule.sources)
        return "; ".join(dict.fromkeys(map(self.citations.short, works)))


def _is_for_one_way(path: Path, programme: Programme) -> bool:
    """Whether a key is for a single way of support, which the programme offers: then it describes that way."""
    ways = ways_of_shared(path)
    return len(ways) == 1 and programme.may_offer(ways)


def _ids(rules: Iterable[Rule]) -> str:
    return ", ".join(dict.fromkeys(rule.id for rule in rules))


def wrapped_comment(text: str) -> list[str]:
    """A text as lines of comment."""
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)]


def _below(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="#   ",
        subsequent_indent="#     ",
        break_long_words=False,
        break_on_hyphens=False,
    )
