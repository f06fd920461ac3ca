"""How a placement or an order ends, and what comes after it (PRB501 and PRB503)."""

from mentorkit.api import Strength, includes, requires
from mentorkit.works import BRIGHT, HUMPHRIS
from mentorkit_probation.vocabulary import IN_THE_COMMUNITY

NEW_START = HUMPHRIS.at("the New Start ceremony is for people who have completed a licence or an order")
DISTANCE = HUMPHRIS.at("the ceremony is about how far somebody has come")
AFTERWARDS = HUMPHRIS.at("people hear there what support there is when probation is over")
APPROVAL = BRIGHT.at("the approval of others is a part of giving up crime")
FIRST_STEP = HUMPHRIS.at("posts for former mentors are meant as a first step to a career; six have been employed")


PRB501 = requires(
    "PRB501",
    "people who complete an order are recognised",
    {
        "graduation.ceremony_for": includes("mentee", sources=[NEW_START]),
        "graduation.ceremony_purposes": [
            includes("recognise distance travelled", sources=[DISTANCE]),
            includes("tell of support after probation", sources=[AFTERWARDS]),
            includes("let families see it", strength=Strength.CAUTION, sources=[APPROVAL]),
        ],
    },
    strength=Strength.SHOULD,
    sources=[NEW_START, DISTANCE, AFTERWARDS],
    reason="A sentence begins in public and ends with nobody looking. A ceremony says in front of others that it is "
    "over, and is the last chance to tell people where help is. The source on families says that their approval "
    "counts. It is our reading that they are asked, so this part is advice.",
    applies=IN_THE_COMMUNITY,
)

PRB503 = requires(
    "PRB503",
    "former mentors can be employed",
    {"progression.routes": includes("entry-level paid role")},
    strength=Strength.SHOULD,
    sources=[FIRST_STEP],
    reason="A service that asks employers to look past a record can begin with itself.",
    applies=IN_THE_COMMUNITY,
)
