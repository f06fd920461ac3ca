"""The shared standards keep the contract of every plugin, and each of their rules is proved by its cases."""

from mentorkit.testing import Conformance


class TestStandards(Conformance):
    package = "mentorkit.standards"
