"""Who left the community's file: named where the post matters, and nobody's business elsewhere."""

import pytest

from governance.categories import Reading
from governance.directory import Person
from governance.notices import Address, Delivery, Kind
from handlers.views import Page
from services.seats import ending
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY, NAME
from tests.governance.seats import vacant
from tests.services.seats.posts import found, strike, take_up
from tests.services.town import CHEN, GROUP, LI, WANG, Town

LEFT = "王建国"


@pytest.fixture
def town():
    """A town whose worker took up his post, left the file, and reports as a resident."""
    with memory() as engine:
        town = Town(engine, vacant(COMMUNITY, *(o.key for o in COMMUNITY.officers)))
        found(town)
        take_up(town, "wang", WANG, CHEN)
        strike(town, "wang")
        town.do(0, ending.terms)
        town.report(WANG, reading=Reading(category="lift", building="b1"))
        with town.work(WANG) as work:
            work.people.greet(Person(id=WANG, name=LEFT, language="zh-CN"))
        yield town


def test_a_former_officer_who_reports_is_masked_as_everybody_is(town):
    here = Address(chat=GROUP)
    notice = Delivery(key="x", kind=Kind.NOTICE, address=here, reader=LI, facts={"case": 1})
    with town.work(0) as work:
        page = Page(delivery=notice, shelf=work, texts=LIBRARY.speak("zh-CN"), bot=NAME)
        said = page.public(f"{LEFT}说明天在家")

    assert [each for each in (LEFT, "王师傅") if each in said] == []
