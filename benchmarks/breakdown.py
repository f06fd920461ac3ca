"""The steps of one cold `validate`, taken one by one in a fresh process, each with its time.

rows.py starts this file as a script: python breakdown.py FILE DAY STARTED, where STARTED is when it did, by the clock
that all processes share. It prints a list of pairs of a step and its seconds, and when it was done.
"""

import importlib
import sys
import time

BEGUN = time.monotonic()  # before anything else is imported
LIBRARIES = ("click", "pluggy", "attrs", "cattrs", "tomllib")
PARTS = {  # in an order in which each brings in little of those after it
    "programme.tables": "the tables of the file",
    "core.limit": "limits",
    "core.rule": "rules",
    "toml.document": "reading TOML",
    "registry.load": "plugins",
    "toml.structure": "structuring",
    "validation.validate": "the design reading",
    "toml.outline": "places in the file",
    "cli.validate": "the command",
    "reports.text": "the report",
}


def steps(file: str, day: str, started: float) -> list[tuple[str, float]]:
    """Validates a file as the command does, and times each step."""
    taken = [("start of Python", BEGUN - started)]
    last = time.monotonic()

    def done(step: str) -> None:
        nonlocal last
        now = time.monotonic()
        taken.append((step, now - last))
        last = time.monotonic()

    for library in LIBRARIES:
        importlib.import_module(library)
        done(f"import {library}")
    for part, what in PARTS.items():
        importlib.import_module(f"mentorkit.{part}")
        done(f"import mentorkit.{part}: {what}")
    import attrs

    from mentorkit.cli.read_file import read_bytes
    from mentorkit.core.design_reading import DesignReading
    from mentorkit.core.rulebook import STANDARDS
    from mentorkit.registry.find import find_plugins
    from mentorkit.registry.load import ask_hooks, check_declarations, load_plugin, require_plugins
    from mentorkit.registry.rulebook_of import rulebook_of
    from mentorkit.reports.text import report_text
    from mentorkit.toml.document import read_document
    from mentorkit.toml.structure import read_programme
    from mentorkit.validation.opened import named_sectors
    from mentorkit.validation.report import Report
    from mentorkit.validation.waivers import Waivers

    done("import what is left")
    document = read_document(read_bytes(file), file)
    done("read the file and its TOML")
    found = find_plugins()
    done("find the plugins")
    ready = {}
    for plugin in require_plugins(found, (STANDARDS, *named_sectors(document))):
        asked = ask_hooks(load_plugin(plugin))
        done(f"import the rules of {plugin.name}")
        ready[plugin.name] = check_declarations(asked)
        done(f"check the {len(ready[plugin.name].rules)} rules of {plugin.name}")
    rules = [rule for plugin_ready in ready.values() for rule in plugin_ready.rules]
    book = rulebook_of({name: plugin_ready.sector for name, plugin_ready in ready.items()}, rules)
    done("put the rulebook together")
    programme, _faults = read_programme(document.data, book.sector_keys)
    done("structure the data")
    from datetime import date

    on = date.fromisoformat(day)
    reading = DesignReading(book, programme, on)
    waivers = Waivers.of(reading)
    findings = waivers.applied_to(reading.findings(waivers.in_force))
    done("ask the rules")
    placed = [attrs.evolve(finding, span=document.span(finding.path)) for finding in findings]
    done("find the places in the file")
    report_text(Report(document, programme, book, tuple(placed)))
    done("write the report")
    return taken


if __name__ == "__main__":
    print((steps(sys.argv[1], sys.argv[2], float(sys.argv[3])), time.monotonic()))
