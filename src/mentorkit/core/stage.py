"""The six stages of a mentoring programme's life, and the areas that rule ids are numbered by."""

from enum import Enum


class Stage(Enum):
    """One of the six stages of the lifecycle, in the order in which a person meets them.

    Examples:
        >>> [stage.value for stage in Stage.MATCHING.reached]
        ['screening', 'training', 'matching']
    """

    SCREENING = "screening"
    TRAINING = "training"
    MATCHING = "matching"
    SUPERVISION = "supervision"
    GRADUATION = "graduation"
    OUTCOMES = "outcomes"

    @property
    def reached(self) -> "tuple[Stage, ...]":
        """The stages up to and including this one: what was asked in any of them is known here."""
        stages = tuple(Stage)
        return stages[: stages.index(self) + 1]


class Area(Enum):
    """What a rule is about; its number is the first digit of the rule's id.

    Members:
        number: the digit.
        table: where a sector's own parameters stand in the file.
        hook: the hook that collects the rules of the area.
        stage: the stage whose cases the rules can judge; None for areas that concern the design alone.
    """

    PROGRAMME = (0, "programme", "mentorkit_programme")
    SCREENING = (1, "screening", "mentorkit_screening")
    TRAINING = (2, "training", "mentorkit_training")
    MATCHING = (3, "matching", "mentorkit_matching")
    SUPERVISION = (4, "supervision", "mentorkit_supervision")
    GRADUATION = (5, "graduation", "mentorkit_graduation")
    OUTCOMES = (6, "outcomes", "mentorkit_outcomes")
    NETWORK = (7, "network", "mentorkit_network")
    GOVERNANCE = (8, "governance", "mentorkit_programme")

    def __init__(self, number: int, table: str, hook: str) -> None:
        self.number = number
        self.table = table
        self.hook = hook
        self.stage = next((stage for stage in Stage if stage.value == table), None)
