"""The harness itself: one figure by the real processes, so that it cannot rot; and its keeping."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import chart, figures, pace, publishing, runs, sheets, storm, world
from benchmarks.bench import Failed
from benchmarks.figures import least, most, plain
from benchmarks.presses import EACH, WARM, pressed, voter
from benchmarks.server import Load, Telegram
from benchmarks.updates import KINDS, build
from storage import inbox
from storage.database import METADATA, writing
from tests.oracle import check_update

ROOT = Path(__file__).parents[2]


def measured(part, out):
    """Measure a part as shortly as can be; return what was printed and what was kept."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks", part, "--quick", "--out", str(out), "--no-chart"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,  # on a busy machine
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout, json.loads(out.read_text(encoding="utf-8"))


def test_a_figure_is_measured_by_the_real_bot(tmp_path):
    printed, (told,) = measured("bursts", tmp_path / "latest.json")

    assert "Pacing is off" in printed
    assert set(told) == {"figure", "value", "goal", "met", "detail"}
    assert told["figure"] == "press ÷ own bare echo"
    assert told["value"] > 0


@pytest.mark.soak
def test_the_house_is_measured_on_postgresql(tmp_path):
    _, told = measured("databases", tmp_path / "latest.json")

    kept = {each.figure for each in figures.read() if "PostgreSQL" in each.figure}
    assert {each["figure"] for each in told} == kept
    assert all(each["value"] > 0 for each in told)


@pytest.mark.soak
def test_the_ballot_storm_is_measured_and_its_box_compared(tmp_path):
    _, told = measured("storm", tmp_path / "latest.json")

    kept = {each.figure for each in figures.read() if each.figure.startswith("ballot storm")}
    assert {each["figure"] for each in told} == kept
    assert [each["value"] for each in told if each["goal"] == "≤ 0"] == [0, 0, 0]


@pytest.mark.parametrize("part", [sheets.page, sheets.workbook], ids=["page", "workbook"])
def test_what_a_month_of_accounts_costs_is_measured(part):
    with runs.stage() as stage:
        told = part(stage, quick=True)

    kept = {each.figure for each in figures.read()}
    assert told
    assert {each.figure for each in told} <= kept
    assert all(each.value > 0 for each in told)


@pytest.mark.soak
def test_an_edition_is_published_by_its_own_verb_to_every_group(tmp_path):
    _, [told] = measured("publication", tmp_path / "latest.json")

    assert told["figure"] in {each.figure for each in figures.read()}
    assert told["value"] > 0


def test_a_group_that_was_told_twice_or_never_has_failed():
    groups = publishing.groups(3)
    sent = [(0.0, chat, False) for chat in groups]

    publishing.check(sent, 3)
    for wrong in (sent[1:], [*sent, sent[0]], [*sent[1:], (0.0, groups[0], True)]):
        with pytest.raises(Failed, match="1 of 3 groups"):
            publishing.check(wrong, 3)


def test_the_order_of_a_storm_differs_between_households_alone():
    numbers = range(1, WARM + 50 * EACH + 100)
    one, other = ([pressed(n, 50, seed) for n in numbers] for seed in (1, 2))

    assert one != other
    for household in range(50):
        own = [option for home, option in one if home == household]
        assert own == [option for home, option in other if home == household]
        assert len(own) >= EACH
    assert {option for _, option in one} == {0, 1, 2}


def told_back(*toasts):
    """Return a record of one voter's two presses, for and then against, and of these toasts."""
    presses = [(1, 700_001, "b:1:mark=0"), (2, 700_001, "b:1:mark=1")]
    return [{"presses": presses, "toasts": toasts, "waits": [0.1]}] * 2


@pytest.mark.parametrize(
    ("toasts", "wrong"),
    [
        ([(1, "已记下：赞成"), (2, "已改为：反对")], (0, 0)),
        ([(2, "已改为：反对"), (1, "已记下：赞成")], (0, 1)),  # the wire alone
        ([(1, "已改为：赞成"), (2, "已记下：反对")], (1, 0)),
        ([(1, "已记下：反对"), (2, "已改为：反对")], (1, 0)),
    ],
)
def test_a_toast_that_tells_of_another_order_is_noticed(toasts, wrong):
    record = told_back(*toasts)[:1]
    found = storm._checked([*record, {"presses": [], "toasts": [], "waits": []}], None, None)

    assert (found.disordered, found.overtaken) == wrong
    assert found.recorded == {"for": 0, "against": 1, "abstain": 0}
    found.counted = {"for": 1, "against": 0, "abstain": 0}
    assert found.miscounted == 2


@pytest.mark.parametrize("toasts", [[(1, "已记下")], [(1, "已记下"), (1, "已记下")]])
def test_a_press_without_its_toast_has_failed(toasts):
    with pytest.raises(Failed, match="2 presses"):
        storm._checked(told_back(*toasts)[:1], None, None)


async def test_telegram_of_the_harness_keeps_a_record_of_presses():
    telegram = Telegram()
    load = Load("vote-50-1", first=1, count=2, rate=0, sends=0)
    telegram.bring(load)
    assert load.record()["presses"] == []
    telegram.call(b"getUpdates", b"{}", lambda _: None)
    body = json.dumps({"callback_query_id": "seq2x", "text": "已记下"}).encode()
    telegram.call(b"answerCallbackQuery", body, lambda _: None)

    told = await telegram.asked("record", {})
    [found] = told["loads"]
    assert [(n, who) for n, who, _ in found["presses"]] == [(1, voter(0)), (2, voter(1))]
    assert found["toasts"] == [(2, "已记下")]
    assert len(found["waits"]) == 1


def test_a_run_that_left_something_undone_has_failed(tmp_path):
    where = world.address(tmp_path)
    engine = writing(where)
    METADATA.create_all(engine)
    (tmp_path / "log").write_text("its last words", encoding="utf-8")
    runs.check(where, tmp_path / "log")

    with engine.begin() as connection:
        inbox.keep(connection, world.BOT, 0, [inbox.Arrival(1, "rest", "{}")])
    engine.dispose()

    with pytest.raises(Failed, match=r"'inbox_open': 1}\nits last words"):
        runs.check(where, tmp_path / "log")


CHATS, SHUT = range(1, 61), 8


def paced(chats, *, refused=(SHUT,)):
    """Return the record of a sender that calls these chats in order, thirty a second."""
    return [(n / pace.LIMIT, chat, chat in refused) for n, chat in enumerate(chats)]


def test_slots_that_a_shut_chat_takes_from_the_others_are_counted():
    clean = paced([*CHATS] * 3, refused=())
    good = paced([*CHATS, *(c for c in [*CHATS] * 2 if c != SHUT)])
    wasteful = paced([each for c in [*CHATS] * 2 for each in (c, SHUT)])
    hasty = paced([*CHATS] * 3, refused=CHATS[::2])

    had = pace._slots(clean, SHUT)
    lost = [had - pace._slots(sent, SHUT) for sent in (clean, good, wasteful, hasty)]
    assert had == 61  # of 62 slots: one was the shut chat's own
    assert lost[0] == 0
    assert lost[1] <= 0  # the turns of the shut chat fall to the others
    assert lost[2:] == pytest.approx([had / 2] * 2, abs=2)


def test_a_goal_is_met_from_its_own_side():
    assert least("f", 3.0, 3.0, "").met
    assert not least("f", 2.99, 3.0, "").met
    assert most("f", 1.0, 1.0, "").met
    assert not most("f", 1.01, 1.0, "").met
    assert plain("f", 5, "").met is None


def test_what_was_measured_anew_stands_in_the_place_of_the_old(tmp_path):
    path = tmp_path / "latest.json"
    figures.write([plain("a", 1, ""), plain("b", 1, "")], path)
    figures.write([plain("c", 2, ""), plain("a", 2, "")], path)

    assert [(each.figure, each.value) for each in figures.read(path)] == [
        ("a", 2),
        ("b", 1),
        ("c", 2),
    ]


def test_a_note_stands_beside_a_figure():
    found = plain("a", 1, "d")

    assert figures.noted(found, "beside other work").detail == "d; beside other work"
    assert figures.noted(found, "") == found


def test_the_table_says_by_how_much_a_goal_is_missed(tmp_path):
    path = tmp_path / "latest.json"
    found = [least("a", 2, 4, "d"), most("b", 1, 2, "d"), most("c", 1, 0, "d"), plain("e", 1, "d")]
    figures.write(found, path)

    rows = figures.table(path).splitlines()[2:]

    assert figures.table(path, about="b").splitlines()[2:] == ["| b | 1 | ≤ 2 | met | d |"]
    assert figures.value("e", path) == 1
    assert rows == [
        "| a | 2 | ≥ 4 | missed: 0.50 of it | d |",
        "| b | 1 | ≤ 2 | met | d |",
        "| c | 1 | ≤ 0 | missed | d |",
        "| e | 1 | – |  | d |",
    ]


def test_the_picture_is_drawn(tmp_path):
    picture, kept = tmp_path / "bench.png", tmp_path / "chart.typ"

    chart.draw([least("a ÷ b", 4, 3, ""), most("c", 2, 0, ""), most("d", 0, 0, "")], picture, kept)

    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_picture_in_the_docs_shows_the_figures_as_they_are():
    drawn = chart.KEPT.read_text(encoding="utf-8")

    assert drawn == chart.source(figures.read(figures.LATEST))


@pytest.mark.parametrize("kind", KINDS)
def test_the_updates_are_such_as_telegram_sends(kind):
    check_update(json.loads(build(kind, 7)))


async def test_a_load_ends_when_every_answer_and_every_message_came():
    load = Load("report", first=1, count=2, rate=0, sends=3)
    load.answer(1, 1.0)
    load.answer(2, 2.0)
    assert not load.ended.done()
    load.messages = 3
    load.look(3.0)

    assert load.ended.result() == 3.0
    assert load.told()["latencies"] == [1.0, 2.0]


async def test_telegram_of_the_harness_refuses_what_is_too_fast():
    telegram, told = Telegram(), []
    telegram.strict = True
    for _ in range(2):
        telegram.call(b"sendMessage", b'{"chat_id": 5, "text": "x"}', told.append)

    assert told[0].startswith(b"HTTP/1.1 200")
    assert told[1].startswith(b"HTTP/1.1 429")
