"""Columns that sheets keep for themselves, so that no fact can have their names."""

ID = "id"
"""The column that tells records apart; what the service calls a case, never a name."""

SUPERVISOR = "supervisor"
"""The column that names who supervises a mentor; no rule asks it, and a sheet may leave it out."""

VETOES, CAPACITY, HOURS_NEEDED = "mentee_vetoes", "capacity", "hours_needed"
"""Columns of the sheets of matching: whom a mentee does not want, and what there is to share out."""

WANTS_SPONSOR = "wants_sponsor"
"""The column of a sheet of members that says whether a member looks for a sponsor."""
NEEDS, SLOT_VETOES = "needs", "vetoes"
"""Columns of a sheet of sessions, shifts or incidents: how many people each needs, and who is not wanted there."""
PERSON, HAPPENED_AT, PART_OF_IT, PRACTITIONER = "person", "happened_at", "part_of_it", "practitioner"
INCIDENT_COLUMNS = (ID, PERSON, HAPPENED_AT, PART_OF_IT, PRACTITIONER)
"""Columns of each sheet of incidents: who went through what, when, with whom, and who takes the steps after it."""
AVAILABLE, AWAY_FROM, AWAY_TO, NOT_WITH = "available", "away_from", "away_to", "not_with"
"""Columns of a sheet of people who are matched with sessions, shifts or incidents."""

KEPT_COLUMNS = {
    ID: "what tells records apart",
    SUPERVISOR: "who supervises a mentor",
    VETOES: "whom a mentee does not want",
    CAPACITY: "how many mentees, hours, sessions, shifts or incidents somebody has room for",
    HOURS_NEEDED: "how many hours a mentee needs",
    WANTS_SPONSOR: "whether a member looks for a sponsor",
    AVAILABLE: "at which hours of the week somebody can be there",
    AWAY_FROM: "from which day on somebody is away",
    AWAY_TO: "until which day somebody is away",
    NOT_WITH: "whom somebody must not be together with",
}
"""What each of them is for; a fact of that name would be read as this, or not at all."""
