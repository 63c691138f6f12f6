"""What is shown is queried while a line of it waits for its answer; no status says so (8.12)."""

from governance.disclosures.states import EditionAction
from services.disclosures import lines, signing
from tests.services.disclosures.accounts import corrected, draw, edition_of, published
from tests.services.disclosures.questions import answer, ask
from tests.services.town import CHEN, GROUP, LI, WANG, ZHANG

A = EditionAction


def queried(town, edition=1):
    with town.work(0) as work:
        return lines.queried(work, work.disclosures.get(edition))


def drawn_anew(town):
    """Count how often the card in the group is to be drawn anew; send what waits."""
    found = sum(d.subject == f"disclosure:1:0:{GROUP}" for d in town.deliveries())
    town.send()
    return found


def test_what_is_shown_is_queried_until_its_last_line_is_answered(town):
    published(town)
    town.send()
    ask(town, LI)
    assert (queried(town), drawn_anew(town)) == (1, 1)
    ask(town, ZHANG, text="用的什么灯")  # the same line: nothing new to draw
    assert (queried(town), drawn_anew(town)) == (1, 0)
    ask(town, ZHANG, line="2", text="谁家的")
    assert (queried(town), drawn_anew(town)) == (2, 0)
    answer(town)
    assert (queried(town), drawn_anew(town)) == (1, 0)
    answer(town, question=3)
    assert (queried(town), drawn_anew(town)) == (0, 1)


def test_what_another_version_has_replaced_is_queried_no_more(town):
    published(town)
    ask(town, LI)
    corrected(town, edition_of(town, 1))
    assert queried(town) == 1  # it stands until the other one is shown
    town.do(WANG, signing.press, 2, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, 2, A.APPROVE)
    town.ring("edition_publish")
    assert (queried(town), queried(town, 2)) == (0, 1)
