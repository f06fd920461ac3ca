"""What first files begin lists of tables with: preferences and exclusions to choose from, and a small network."""

from collections.abc import Mapping, Sequence

from mentorkit.programme.path import Path

_Starter = Mapping[str, str | int | Sequence[str]]

STARTERS: Mapping[Path, tuple[str, tuple[_Starter, ...]]] = {
    ("matching", "preferences"): (
        "Starters, to choose from and to weigh; criteria alone compare nobody. Of each, both sides are asked: "
        "mentor_interests and mentee_interests go in collects above.",
        (
            {"what": "interests", "kind": "overlap", "weight": 10},
            {"what": "days", "kind": "overlap", "weight": 5},
        ),
    ),
    ("matching", "exclusions"): (
        "Starters, to choose from: whom to keep apart, also if nobody knows whether it holds. Of each, both sides are "
        "asked: mentor_family and mentee_family go in collects above. A team is also written by those who manage it.",
        (
            {"what": "family", "kind": "same", "why": "a relative is no stranger to tell things to"},
            {"what": "house", "kind": "same", "why": "at home nobody has to be anybody's mentor or mentee"},
            {"what": "court_case", "kind": "overlap", "why": "co-defendants keep apart"},
            {"what": "team", "kind": "overlap", "why": "nobody speaks freely to a line manager or a colleague"},
        ),
    ),
    ("network", "needs"): (
        "A risk to begin with. Add each other risk, and each need that people come with.",
        ({"id": "risk", "title": "a risk to somebody's safety", "risk": True, "within": "1 hour"},),
    ),
    ("network", "members"): (
        "To begin with: the one who is supported, the one who supports, somebody on staff and the emergency services. "
        "Add the deputy of each, and each service that people can turn to.",
        (
            {"id": "mentee", "part": "mentee"},
            {"id": "mentor", "part": "mentor", "hours": "Monday to Friday 09:00 to 17:00"},
            {
                "id": "coordinator",
                "part": "programme",
                "hours": "Every day 08:00 to 22:00",
                "meets": ["risk"],
                "title": "coordinator on call",
                "paid": True,
            },
            {
                "id": "emergency",
                "part": "emergency",
                "hours": "24/7",
                "meets": ["risk"],
                "title": "police and ambulance",
                "contact": "telephone 999",
            },
        ),
    ),
    ("network", "links"): (
        "To begin with: who supports, who is told of a risk, who supervises, and who calls the emergency services. "
        "'mentorkit network check FILE' says which risk nobody answers, or not in time at every hour.",
        (
            {"from": "mentor", "to": "mentee", "kind": "supports", "within": "1 day"},
            {"from": "mentor", "to": "coordinator", "kind": "escalates", "within": "30 minutes"},
            {"from": "coordinator", "to": "mentor", "kind": "supervises"},
            {"from": "mentee", "to": "emergency", "kind": "refers", "within": "10 minutes"},
            {
                "from": "mentor",
                "to": "emergency",
                "kind": "escalates",
                "within": "10 minutes",
                "basis": "vital interests",
            },
        ),
    ),
}
"""For a list of tables, what to know of it, and what its tables may say; none of it is a value of the service."""
