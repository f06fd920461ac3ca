"""A plugin to begin with: a whole distribution with one rule, written from the templates beside this file.

`distribution` holds what every plugin has, and `stages` what differs with the stage of its first rule. A template is
the file to be written, with `.in` behind its name and `$name` and the like (string.Template) in its text and its path.
"""

from mentorkit.new_plugin.answers import (
    FIRST_RULE_TABLES,
    AnswerError,
    PluginAnswers,
    TakenNames,
    check_name,
    check_prefix,
    check_stage,
    check_title,
    distribution_of,
)
from mentorkit.new_plugin.files import plugin_files
from mentorkit.new_plugin.install_source import InstallSource, install_source_of

__all__ = [
    "FIRST_RULE_TABLES",
    "AnswerError",
    "InstallSource",
    "PluginAnswers",
    "TakenNames",
    "check_name",
    "check_prefix",
    "check_stage",
    "check_title",
    "distribution_of",
    "install_source_of",
    "plugin_files",
]
