"""How supervision comes to have said something: by the taps and words of a talk."""

from governance.supervision import Matter, MeasureAction
from services.supervision import acting
from tests.services.disclosures.programmes import begun, edition, until
from tests.services.town import CHEN, WU

SAID = "上个月的账还没有公开，4800元没有去向，请说明原因"
REPLY = "2026-10 的凭证还差1350.00元，这周内公开"
LATE = "2026-12-12"  # the ledger of November was due on the 10th


def overdue(town):
    """Let the ledger of November be absent; return its edition."""
    begun(town)
    until(town, LATE)
    return edition(town)


def give(town, about, matter=Matter.DISCLOSURE, days="3", text=SAID):
    """Let supervision give an opinion whose reply is due in so many days."""
    talk = town.do(WU, acting.begin, matter, about)
    town.say(WU, text)
    town.answer(WU, "days", days, talk.id)
    return town.answer(WU, "submit", dialogue_id=talk.id)


def close(town, measure, action=MeasureAction.ANSWER, by=CHEN, text=REPLY):
    """Let the committee reply, or supervision withdraw."""
    talk = town.do(by, acting.ask, measure.id, action)
    town.say(by, text)
    return town.answer(by, "submit", dialogue_id=talk.id)


def measure(town, measure_id=1):
    with town.work(0) as work:
        return work.measures.get(measure_id)
