"""When people on a rota can be found, and how soon they answer: drop-in and on call (STD330 to STD333)."""

from mentorkit.api import Evidence, Strength, Way, at_least, one_of, requires
from mentorkit.standards.sources import FIRST_HOURS, NO_OWN_DATA
from mentorkit.standards.vocabulary import HAS_WAYS
from mentorkit.works import LISTENERS, WIKI_PEER_SUPPORT, WIKI_RECOVERY_COACHING

_ENOUGH = LISTENERS.at("prisons aim to have enough Listeners for everybody who needs one, day and night")
_SET_TIMES = WIKI_PEER_SUPPORT.at("in schools people who listen to their peers can be found at break or lunch")
_ON_CALL = WIKI_RECOVERY_COACHING.at("peers are on call to emergency departments day and night", Evidence.PRACTICE)
_CALLED = WIKI_RECOVERY_COACHING.at("they are called when somebody has survived an overdose", Evidence.PRACTICE)
_COUNTED = LISTENERS.at("requests for a Listener are counted, year by year")


STD330 = requires(
    "STD330",
    "a drop-in says when enough people are there",
    {"drop_in.hours": (), "drop_in.least_on_duty": ()},
    strength=Strength.SHOULD,
    sources=[_ENOUGH, _SET_TIMES],
    reason="People who come and find nobody may not come again. Stating how many are on duty is our reading of having "
    "enough; 'mentorkit rota' compares the rota with it.",
    applies=HAS_WAYS,
    ways=[Way.DROP_IN],
    asked_since="2026-11",
)

STD331 = requires(
    "STD331",
    "the people on call cover hours that are stated",
    {"on_call.hours": (), "on_call.least_on_duty": ()},
    strength=Strength.SHOULD,
    sources=[_ON_CALL, _ENOUGH],
    reason="People rely on being answered. Stating how many are on call is our reading of having enough; 'mentorkit "
    "rota' compares the rota with it.",
    applies=HAS_WAYS,
    ways=[Way.ON_CALL],
    asked_since="2026-11",
)

STD332 = requires(
    "STD332",
    "what people are called for, and how soon they answer, is stated",
    {"role.occasions": at_least(1, sources=[_CALLED]), "on_call.answers_within": ()},
    strength=Strength.SHOULD,
    sources=[FIRST_HOURS, _CALLED],
    reason="Whoever calls has to know when to call, and those on call when they are late. It is our reading that hours "
    "that are dangerous ask for a time within which somebody answers; 'mentorkit outcomes' says whether it is kept.",
    applies=HAS_WAYS,
    ways=[Way.ON_CALL],
    asked_since="2026-11",
)

STD333 = requires(
    "STD333",
    "a drop-in records who comes, without names",
    {"drop_in.contacts_recorded": one_of(True), "drop_in.seen_within": ()},
    strength=Strength.CAUTION,
    sources=[_COUNTED, NO_OWN_DATA],
    reason="A service that counts nobody cannot show that it is used, nor see when people wait. It is our reading that "
    "this takes the times at which people come and are seen, and nothing about them.",
    applies=HAS_WAYS,
    ways=[Way.DROP_IN],
    asked_since="2026-11",
)
