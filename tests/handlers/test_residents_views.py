"""How residents look, to each who may read it."""

import pytest
from sqlalchemy import update

from governance.residents import ResidentAction, ResidentStatus
from handlers.buttons import VerbPress
from handlers.views.residents import MOST
from services import forgetting
from storage.database import METADATA
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.household import DOOR, LANGUAGES, home, show, taps, verbs_of
from tests.services.town import CHEN, GROUP, LI, LIU, STAFF, WANG, ZHANG, Town

A, S = ResidentAction, ResidentStatus


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


# ── a person to be met ──


def test_the_worker_reads_name_and_door_and_has_three_taps(town):
    number = home(town)

    shown = show(town, "resident", WANG, subject=f"resident:{number}:wang:0")

    assert "p5001" in shown.text
    assert f"3号楼 {DOOR}" in shown.text
    assert "当面" in shown.text
    assert verbs_of(shown) == ["verify", "meet", "doubt"]


@pytest.mark.parametrize(
    ("status", "reader", "taps_"),
    [
        (S.PENDING, CHEN, ["verify", "meet", "refuse"]),
        (S.VERIFIED, CHEN, ["confirm-age", "suspend", "move"]),
        (S.SUSPENDED, CHEN, ["restore", "move"]),
        (S.REFUSED, CHEN, []),
        (S.VERIFIED, WANG, ["confirm-age"]),
        (S.PENDING, LIU, []),
    ],
)
def test_the_table_decides_which_taps_there_are(town, status, reader, taps_):
    number = home(town, status=status)

    assert verbs_of(show(town, "resident", reader, resident=number)) == taps_


def test_whether_somebody_was_seen_to_be_of_age_is_said_and_can_be_put_right(town):
    number = home(town, status=S.VERIFIED, adult=True)

    shown = show(town, "resident", WANG, resident=number)

    assert "已确认满 18 周岁" in shown.text
    assert verbs_of(shown) == ["doubt-age"]


def test_nobody_has_taps_on_his_own_household(town):
    home(town, person=WANG, status=S.VERIFIED)
    number = home(town)

    assert verbs_of(show(town, "resident", WANG, resident=number)) == []


def test_a_card_that_another_has_followed_has_no_taps_any_more(town):
    number = home(town, status=S.VERIFIED)

    shown = show(town, "resident", CHEN, subject=f"resident:{number}:chen:7")

    assert verbs_of(shown) == []


def test_a_doubt_is_shown_with_its_reason_and_a_decision_with_its_name(town):
    doubted = home(town, doubted=True, note="@not-here")
    refused = home(town, door="9", status=S.REFUSED, note="<b>不认识</b>", decided_by="chen")

    assert "网格员有疑问：不住在这里" in show(town, "resident", CHEN, resident=doubted).text
    assert "陈主任：&lt;b&gt;不认识" in show(town, "resident", CHEN, resident=refused).text


@LANGUAGES
@pytest.mark.parametrize("chat", [GROUP, STAFF])
def test_no_group_reads_a_door_or_a_name(town, chat, language):
    number = home(town)
    shown = [
        show(town, "resident", WANG, chat=chat, subject=f"resident:{number}:wang:0"),
        show(town, "resident-left", WANG, chat=chat, language=language, resident=number),
        show(town, "residents-late", WANG, chat=chat, language=language, residents=str(number)),
        show(town, "resident-asked", LI, chat=chat, language=language, resident=number),
    ]

    assert not [s.text for s in shown if DOOR in s.text or "301" in s.text or "p5001" in s.text]
    assert not [s for s in shown if s.buttons]


# ── what the person hears ──


@LANGUAGES
@pytest.mark.parametrize(
    "key",
    [
        "resident-already",
        "resident-told-verify",
        "resident-told-refuse",
        "resident-told-suspend",
        "resident-told-restore",
        "resident-told-move",
    ],
)
def test_a_person_hears_where_and_by_whom(town, key, language):
    number = home(town, status=S.VERIFIED, decided_by="wang", note="@not-met")

    text = show(town, key, LI, language=language, resident=number).text

    assert DOOR in text
    assert "王师傅" in text or key == "resident-already"


@pytest.mark.parametrize(("away", "words"), [(False, "王师傅会"), (True, "工作人员会")])
def test_a_person_hears_who_will_come(town, away, words):
    number = home(town)
    if away:
        with town.engine.begin() as connection:
            connection.execute(update(METADATA.tables["grants"]).values(status="ended"))
        with town.work(0) as work:
            work.changed()

    assert words in show(town, "resident-asked", LI, resident=number).text


def test_moving_out_lists_ones_own_households_that_can_be_left(town):
    own = [home(town), home(town, door="9", status=S.VERIFIED)]
    home(town, door="10", status=S.SUSPENDED)
    home(town, door="11", status=S.MOVED)
    home(town, ZHANG)

    shown = show(town, "resident-moving", LI)
    nothing = show(town, "resident-moving", CHEN)

    assert taps(shown) == [VerbPress("r", number, "move") for number in own]
    assert (nothing.buttons, "/join" in nothing.text) == ([], True)


def test_a_household_in_a_building_that_is_gone_from_the_file_can_still_be_left(town):
    own = home(town, building="gone", status=S.VERIFIED)

    assert taps(show(town, "resident-moving", LI)) == [VerbPress("r", own, "move")]


# ── lists ──


def test_a_worker_lists_who_waits_in_his_grids_alone(town):
    here = home(town)
    home(town, ZHANG, building="b1")
    home(town, ZHANG, building="b4", status=S.VERIFIED)

    shown = show(town, "residents", WANG, building="")

    assert taps(shown) == [VerbPress("r", here, "show")]
    assert "（1）" in shown.text
    assert DOOR in shown.text


def test_of_one_building_all_are_listed_who_live_there(town):
    home(town, building="b4", status=S.VERIFIED)
    home(town, ZHANG, building="b4", status=S.MOVED)

    shown = show(town, "residents", CHEN, building="b4")

    assert "4号楼登记的住户（1）" in shown.text
    assert "已核实" in shown.text
    assert "没有人登记" in show(town, "residents", CHEN, building="b6").text


def test_who_lost_the_office_meanwhile_reads_no_list(town):
    home(town)

    shown = show(town, "residents", LIU, building="b3")

    assert DOOR not in shown.text
    assert shown.buttons == []


def test_a_long_list_says_how_many_more_there_are(town):
    for door in range(MOST + 3):
        home(town, door=str(door))

    shown = show(town, "residents", WANG, building="")

    assert len(shown.buttons) == MOST
    assert "还有 3 位" in shown.text


@LANGUAGES
def test_the_weekly_list_leaves_out_whoever_was_met_meanwhile(town, language):
    waits = home(town)
    met = home(town, ZHANG, status=S.VERIFIED)

    shown = show(town, "residents-late", WANG, language=language, residents=f"{waits},{met}")

    assert taps(shown) == [VerbPress("r", waits, "show")]


@LANGUAGES
def test_one_who_was_forgotten_leaves_the_rest_of_the_weekly_list_readable(town, language):
    gone = home(town)
    waits = home(town, ZHANG)
    town.do(LI, forgetting.mine_gone)

    shown = show(town, "residents-late", WANG, language=language, residents=f"{gone},{waits}")

    assert taps(shown) == [VerbPress("r", waits, "show")]


@LANGUAGES
@pytest.mark.parametrize("chat", [WANG, STAFF])
def test_the_card_of_who_was_forgotten_names_nobody_and_has_no_taps(town, chat, language):
    gone = home(town)
    town.do(LI, forgetting.mine_gone)

    shown = show(
        town, "resident", WANG, chat=chat, language=language, subject=f"resident:{gone}:wang:1"
    )

    assert shown.text in {
        "这位居民已经请我们删掉登记，这里没有要办的了。",
        "This person has had the registration deleted; nothing is left to do here.",
    }
    assert not shown.buttons


def test_who_asks_for_the_same_door_has_no_tap_on_whoever_lives_there(town):
    home(town, WANG)
    other = home(town, LI)

    assert taps(show(town, "resident", WANG, subject=f"resident:{other}:wang:0")) == []
