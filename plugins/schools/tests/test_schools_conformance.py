"""The sector keeps the contract of every plugin, and each of its rules is proved by its cases."""

from datetime import date

from mentorkit.testing import Conformance


class TestSchools(Conformance):
    package = "mentorkit_schools"
    on = date(2026, 11, 22)
