"""Everything that is stored of somebody, as he reads it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from governance.consent import Consent
from governance.dialogues import Dialogue, DialogueKind
from governance.residents import ResidentAction, ResidentStatus
from handlers.buttons import VerbPress
from services import consent
from services import residents as verbs
from storage.cases import CASES
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.household import DOOR, LANGUAGES, home, show, taps, verbs_of
from tests.services.blank import put
from tests.services.town import AT, LI, WANG, Town

A, S = ResidentAction, ResidentStatus


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def lived(town):
    with town.work(LI) as work:
        work.residents.answer(LI, Consent(version=1, at=AT, given=True))
    home(town, status=S.VERIFIED)
    town.report(LI, photo="photo-1")
    with town.work(0) as work:
        work.cases.revise(1, AT, "后来又写的")
        work.connection.execute(update(CASES).values(summary="一句话"))
    talk = Dialogue(
        token="t",
        kind=DialogueKind.JOIN,
        person=LI,
        chat=LI,
        expires=AT + timedelta(days=1),
        data={"door": "没写完的"},
    )
    with town.work(LI) as work:
        work.dialogues.open(talk)
    put(town.engine, "relays", case_id=1, sender=LI, text="师傅您好")


@LANGUAGES
def test_my_data_holds_everything_that_is_stored(town, language):
    lived(town)
    told = {"text": "他家放东西", "since": "三年", "status": "reported", "number": 4}
    put(town.engine, "disputes", community_id=town.id, reporter=LI, **told)

    text = show(town, "mydata", LI, language=language, page=1).text

    for stored in (
        "p5001",
        "5001",
        DOOR,
        "三号楼电梯坏了两天没人修",
        "后来又写的",
        "一句话",
        "没写完的",
        "师傅您好",
        "他家放东西",
        "三年",
        "#1",
    ):
        assert stored in text


def test_my_data_of_an_officer_names_the_post(town):
    town.do(WANG, consent.read, verbs.Asked(chat=WANG, message=0))

    assert "王师傅" in show(town, "mydata", WANG, page=1).text
    assert "还没有回答" in show(town, "mydata", WANG, page=1).text


def test_my_data_is_cut_into_pages_that_lose_nothing(town):
    long = "".join(f"第{n}句话，" for n in range(1500))
    town.report(LI, text="三号楼电梯坏了两天没人修")
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(text=long))

    pages = [show(town, "mydata", LI, page=number) for number in range(1, 6)]

    whole = "".join(page.text for page in pages)
    assert all(len(page.text) < 4096 for page in pages)
    assert all(f"第{n}句话" in whole for n in range(0, 1500, 150))
    assert verbs_of(pages[0]) == ["mydata"]
    assert taps(pages[0])[0].id == 2
    assert pages[-1].text == pages[-2].text  # past the end is the last page
    assert pages[-1].buttons == []


@LANGUAGES
def test_forgetting_is_explained_with_counts_and_reasons_before_anything_is_done(town, language):
    lived(town)

    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(status="confirmed"))
    shown = show(town, "forgetme", LI, language=language)

    assert taps(shown) == [VerbPress("r", 0, "forget")]
    assert "1" in shown.text
    assert len(shown.text) < 4096


def test_open_cases_are_named_and_can_be_taken_back_with_it(town):
    lived(town)

    shown = show(town, "forgetme", LI)

    assert "#1 还没有办完" in shown.text
    assert verbs_of(shown) == ["forget.withdraw"]
