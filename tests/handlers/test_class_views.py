"""Who takes part as what, as each reader may know it; and what stands beside an open ballot."""

from dataclasses import replace

import pytest

from governance.deliberations.statements import Stance, Statement
from governance.deliberations.topic import Objection
from handlers.views.ballots.said import MOST
from services.deliberations import naming, speaking
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.showing import show, taps
from tests.handlers.test_ballot_views import private, public
from tests.handlers.test_deliberations_views import card, group
from tests.services.ballots.booth import (
    AGAINST,
    certified,
    draft,
    flats,
    live,
    opened,
    press,
)
from tests.services.ballots.speakers import GU, concerning, spoken_for
from tests.services.deliberations.test_naming import name
from tests.services.deliberations.topics import discussed, fill, submit
from tests.services.joining import verified
from tests.services.town import AT, CHEN, GROUP, HE, LI, WU, ZHANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.fixture
def spoken():
    with memory() as engine:
        yield spoken_for(engine, COMMUNITY)


@pytest.fixture
def voting(town):
    """A ballot of building 3: 李婶 is a party, others are not; two objections, a summary."""
    concerning(town, ("party", "b3", "101"), summary="都同意装，低层怕吵")
    with town.work(CHEN) as work:
        for n, words in enumerate(("太吵", "13800001111 找我说")):
            work.topics.object(1, Objection(person=str(LI), affected=True, text=words), AT)
            work.statements.add(
                Statement(
                    topic=1, person=LI + n, stance=Stance.AGAINST, text=words, shown=True, at=AT
                )
            )
    live(town, LI, "101")
    live(town, ZHANG, "102")
    flats(town, ("103", 9000, "3", False))
    opened(town, topic=1)
    return town


def test_the_group_reads_what_was_said_and_what_is_objected_beside_the_ballot(voting):
    """In words and not as a number alone, and without the name of anybody (E06)."""
    shown = public(voting)

    assert "商量下来：赞成 0，反对 2，有条件赞成 0" in shown.text
    assert "小结：都同意装，低层怕吵" in shown.text
    assert "还没有解决的反对意见：2 条" in shown.text
    assert "· 太吵" in shown.text
    assert "13800001111" not in shown.text
    assert f"p{LI}" not in shown.text


def test_of_many_objections_the_first_stand_there_and_the_way_to_the_others(voting):
    with voting.work(CHEN) as work:
        for n in range(MOST):
            objection = Objection(person=str(LI), affected=True, text=f"第{n}条")
            work.topics.object(1, objection, AT)

    shown = public(voting)

    assert f"· 第{MOST - 3}条" in shown.text
    assert f"第{MOST - 1}条" not in shown.text
    assert "其余的请看议题1" in shown.text


def test_the_card_says_how_many_of_each_class_may_vote(voting):
    assert "名册分类：当事人 1、其他居民 2" in public(voting).text


def test_whoever_is_few_of_a_class_is_warned_that_his_row_shows_how_he_voted(voting):
    own, other = private(voting, LI), private(voting, ZHANG)

    assert "计票时算在“当事人”一类。这一类只有 1 户" in own.text
    assert "计票时算在“其他居民”一类。这一类只有 2 户" in other.text
    assert "一类" not in public(voting).text.replace("分类", "")


def test_the_result_has_a_row_for_each_class(voting):
    press(voting, LI, AGAINST)
    press(voting, ZHANG)
    certified(voting)

    shown = public(voting)

    assert "<b>当事人</b>\n名册 1 户，参加 1 户\n· 赞成：0\n· 反对：1" in shown.text
    assert "<b>其他居民</b>\n名册 2 户，参加 1 户\n· 赞成：1\n· 反对：0" in shown.text
    assert "· 太吵" in shown.text


def test_of_one_class_there_are_no_rows_and_nobody_is_told_a_class(town):
    live(town, LI, "101")
    opened(town)

    assert "名册分类" not in public(town).text
    assert "计票时" not in private(town, LI).text


def test_whoever_was_not_seen_to_be_of_age_reads_what_to_do(town):
    live(town, LI, "101")
    live(town, ZHANG, "101", adult=False)
    opened(town)

    shown = private(town, ZHANG)

    assert "请找网格员当面确认" in shown.text
    assert "不在这次表决的名册里" not in shown.text
    assert taps(shown) == []


def test_the_card_says_which_classes_alone_vote(spoken):
    live(spoken, LI, "101")
    made = draft(spoken, body="villagers-representatives")
    with spoken.work(CHEN) as work:
        work.ballots.save(
            replace(made, scope=replace(made.scope, participants=frozenset({"representative"})))
        )

    assert "由谁投：代表。其他人都可以看、可以提意见。" in private(spoken, CHEN).text


# ── topics ──


def test_the_group_reads_buildings_and_numbers_and_the_committee_the_doors(town):
    discussed(town)
    verified(town, ZHANG, door="302")
    name(town, party="3号楼302", stakeholder="1号楼")

    everybody, led, own = group(town).text, card(town, CHEN).text, card(town, ZHANG).text

    assert "当事人： 1 户" in everybody
    assert "利益相关人：1号楼（整栋）" in everybody
    assert "302" not in everybody
    assert "当事人： 1 户（3号楼 302）" in led
    assert "按“当事人”一类计票" in own
    assert "302" not in own
    assert "计票" not in card(town, LI).text
    assert "计票" not in everybody
    assert "302" not in card(town, WU).text


def test_only_whoever_leads_names_them(town):
    discussed(town)

    assert "谁直接有关" in taps(card(town, HE))
    assert "谁直接有关" not in taps(card(town, LI))
    assert "谁直接有关" not in taps(group(town))


def test_a_guest_s_statement_bears_his_office(spoken):
    discussed(spoken)
    spoken.do(GU, speaking.begin, 1)
    fill(spoken, GU, stance="for", text="先听听大家")
    said = submit(spoken, GU)

    shown = show(spoken, "topic-statements", GROUP, topic=1, first=said.number, last=said.number)

    assert "（人大代表）：先听听大家" in shown.text


@LANGUAGES
def test_the_form_asks_in_both_languages(town, language):
    discussed(town)
    talk = town.do(CHEN, naming.begin, 1)

    subject = f"dialogue:{talk.id}"
    shown = show(town, "dialogue", CHEN, subject=subject, reader=CHEN, language=language)

    assert "None" not in shown.text
    assert len(shown.text) > 60
