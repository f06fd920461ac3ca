"""How Sphinx builds the guide from this folder; CONTRIBUTING.md has the commands."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for references.py

project = "mentorkit"
author = project_copyright = "The mentorkit developers"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "references"]
exclude_patterns = ["README.md"]  # it is the site's index: see references.py
nitpicky = True
# A type of the standard library, or of a module that no plugin may import, is named and not linked.
nitpick_ignore_regex = [("py:.*", r"(?!mentorkit\.(api|testing)\.\w+$).*")]

html_theme = "furo"
html_title = "mentorkit"
html_copy_source = False
html_show_sphinx = False
suppress_warnings = ["misc.highlighting_failure"]  # a comment in what a command prints is no prompt

myst_heading_anchors = 4
myst_heading_slug_func = "references.slug"

default_role = "literal"  # a name between single backticks in a docstring
napoleon_use_ivar = True
autodoc_member_order = "bysource"
python_use_unqualified_type_names = True
