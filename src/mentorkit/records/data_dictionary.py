"""The data dictionary: what a programme asks of whom, for which rules, and what it asks that no rule uses."""

import attrs

from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.facts_by_way import collected, facts_compared, ways_of_facts


@attrs.frozen
class DictionaryEntry:
    """One fact.

    Attributes:
        name: of the fact.
        kind: of its value, in words; empty where no rule uses it.
        description: what is asked; empty where no rule uses it.
        question: how to ask for it; empty where no rule uses it.
        ways: the ways of support that it is for, of those that the programme may offer.
        needed_at: the stages whose rules need it, in order.
        collected_at: the stages at which the programme asks for it, in order.
        rules: the ids of the rules that need it, in this design.
        compared: whether matching compares people by it.
        was: the name that it had before, which is still read; empty where there was none.
    """

    name: str
    kind: str
    description: str
    needed_at: tuple[Stage, ...]
    collected_at: tuple[Stage, ...]
    rules: tuple[str, ...]
    compared: bool = False
    was: str = ""
    question: str = ""
    ways: tuple[Way, ...] = ()

    @property
    def asked_in_time(self) -> bool:
        """Whether the programme asks for it by the time that the first rule needs it."""
        return bool(self.collected_at) and (not self.needed_at or self.collected_at[0] in self.needed_at[0].reached)


def data_dictionary(rulebook: Rulebook, programme: Programme) -> list[DictionaryEntry]:
    """Every fact that a rule needs in this design or that the programme collects, by stage of first use, then name."""
    asked: dict[str, list[Stage]] = {}
    for stage in Stage:
        for name in collected(rulebook, programme, stage):
            asked.setdefault(name, []).append(stage)
    entries = []
    compared = facts_compared(programme)
    applying = {rule.id for rule in rulebook.rules_for(programme)}
    for name, users in rulebook.facts().items():
        applied = [(rule, fact) for rule, fact in users if rule.id in applying]
        if not applied:
            continue
        needed = tuple(stage for stage in Stage if any(rule.stage is stage for rule, _ in applied))
        rule, fact = applied[0]
        entries.append(
            DictionaryEntry(
                name,
                kind_in_words(fact.type),
                rulebook.describe(rule, fact),
                needed,
                tuple(asked.pop(name, ())),
                tuple(rule.id for rule, _ in applied),
                name in compared,
                fact.declared.was,
                rulebook.question(name),
            )
        )
    listed = {entry.name for entry in entries}
    for name, type_ in compared.items():
        if name not in listed:
            kind, stages = kind_in_words(type_), tuple(asked.pop(name, ()))
            entries.append(
                DictionaryEntry(name, kind, "compared in matching", (Stage.MATCHING,), stages, (), compared=True)
            )
    entries += [DictionaryEntry(name, "", "", (), tuple(stages), ()) for name, stages in asked.items()]
    order, ways = list(Stage), ways_of_facts(rulebook, programme)
    entries = [
        attrs.evolve(entry, ways=tuple(way for way in Way if way in ways[entry.name] and programme.may_offer({way})))
        for entry in entries
    ]
    return sorted(entries, key=lambda entry: (order.index((entry.needed_at or entry.collected_at)[0]), entry.name))
