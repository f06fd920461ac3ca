"""The sector keeps the contract of every plugin, and each of its rules is proved by its cases."""

from datetime import date

from mentorkit.testing import Conformance


class TestMentalHealth(Conformance):
    package = "mentorkit_mental_health"
    on = date(2026, 11, 22)
