"""Files that cannot be read at all, and slips in writing TOML."""

import tomllib

from .situation import Situation, failing, programme

SLIPS = {
    "the same key twice": "a = 1\na = 2\n",
    "the same table twice": "[a]\n[b]\n[a]\n",
    "a key of a table that has a header": "[a.b]\n[a]\nb.c = 1\n",
    "the same key twice in braces": "a = { b = 1, b = 2 }\n",
    "a table that is added to from outside": "a = {}\na.b = 1\n",
    "a colon instead of an equals sign": 'name: "Peers"\n',
    "a key of two words": "lived experience = true\n",
    "a header of a list that does not end": "[[waivers]\n",
    "a header that does not end": "[training\n",
    "text without quotes behind a number": "every = 3 months\n",
    "a date as people write it": "until = 31/03/2026\n",
    "a list that does not end": 'topics = ["safeguarding"\nlength = "8 weeks"\n',
    "a list without a comma": 'topics = ["safeguarding" "boundaries"]\n',
    "braces over several lines": "award = { level = 2\n}\n",
    "a text that does not end": 'title = "mentor\n',
    "a text in three single quotes that does not end": "title = '''mentor\n",
    "a text at the end of the file that does not end": 'title = "mentor',
    "a text in three quotes that does not end": 'reason = """the course\nis shorter\n',
    "a path with backslashes": 'file = "C:\\Programmes"\n',
    "a path with a number behind a backslash": 'file = "C:\\Users"\n',
    "a letter that is cut in two": 'title = "\\ud800"\n',
    "a character that cannot be seen": 'title = "mentor\x07"\n',
    "a character that cannot be seen, in a comment": "# mentor\x07\n",
    "a day that does not exist": "until = 2026-02-30\n",
    "a comma at the end of braces": "award = { level = 2, }\n",
    "a key with an accent": "étape = 1\n",
    "a word without quotes": "nation = england\n",
    "true with a capital": "paid = True\n",
    "curly quotes": "nation = “england”\n",
    "a number with thousands of digits": f"mentors = {'1' * 5000}\n",
}
_NAME = 'name = "Peers"'

# fmt: off
SITUATIONS = [
    Situation("a file that is not there", "validate programme.toml"),
    Situation("a file with a name that is too long", f"validate {'p' * 300}.toml"),
    Situation("a folder in the place of a file", "facts programmes", {"programmes": None}),
    Situation("an empty file", "validate p.toml", {"p.toml": ""}),
    Situation("a file that is too large", "validate p.toml", {"p.toml": b"x" * 1_000_001}),
    Situation("a file of far too many entries", "validate p.toml", {"p.toml": f"a = [{'1,' * 30_001}]\n"}),
    Situation("a file that a word processor saved", "validate p.toml", {"p.toml": b"PK\x03\x04\x00\x00"}),
    Situation("a file as old programs save it", "validate p.toml", {"p.toml": 'name = "café"\n'.encode("latin-1")}),
    Situation("a file without a format", "validate p.toml", {"p.toml": f"[programme]\n{_NAME}\n"}),
    Situation("a format of another release", "validate p.toml", {"p.toml": "format = 3\n"}),
    Situation("a format in quotes", "validate p.toml", {"p.toml": 'format = "1"\n'}),
    Situation("a file that names no sectors", "validate p.toml", {"p.toml": f"format = 1\n[programme]\n{_NAME}\n"}),
    Situation("a sector that stands in no list", "validate p.toml", {"p.toml": programme(sectors='"substance"')}),
    Situation("a sector that is misspelt", "validate p.toml", {"p.toml": programme(sectors='["substnce"]')}),
    Situation("a sector that is not installed", "validate p.toml", {"p.toml": programme(sectors='["elder_care"]')}),
    Situation("a sector that no package can be of", "validate p.toml", {"p.toml": programme(sectors='["a sector!"]')}),
    Situation("a folder without a programme", "validate folder", {"folder/notes.txt": "nothing"}),
    Situation("a folder of other TOML files", "validate folder", {"folder/records.toml": "[[records]]\n"}),
    *(Situation(f"a slip: {title}", "validate p.toml", {"p.toml": f"format = 1\n{text}"})
      for title, text in SLIPS.items()),
    Situation("lists in lists without end", "validate p.toml", {"p.toml": f"a = {'[' * 21}"}),
    Situation("a key of very many parts", "validate p.toml", {"p.toml": f"{'a.' * 20}a = 1"}),
    Situation("a slip that a later Python has other words for", "validate p.toml", {"p.toml": "a = 1\nb\n"},
              given=failing("tomllib.loads", tomllib.TOMLDecodeError("Something else (at line 2, column 1)"))),
]
