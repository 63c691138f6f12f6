"""What is heard of supervision and of records: commands and buttons."""

import pytest

from governance.refusals import Refusal, Unknown
from governance.supervision import Matter, MeasureAction
from handlers import history, presses, supervision
from handlers.buttons import VerbPress
from services import entrusting
from services.cases import looking as cases
from services.history import Series, show
from services.supervision import acting, looking
from services.supervision.finding import List
from tests.bot.doors import GROUP, LI, message, press
from tests.handlers.test_mediation import asked, hear, reached


def said(text, chat=LI):
    return hear({"message": message(text, chat=chat)})


@pytest.mark.parametrize("chat", [LI, GROUP])
async def test_the_desk_is_asked_for_anywhere(chat):
    verb, words, _ = await asked(supervision.supervise, said("/supervise", chat))

    assert (verb, words) == (looking.show, {})
    assert reached("/supervise", chat=chat) is supervision.supervise


@pytest.mark.parametrize(
    ("verb", "expected", "words"),
    [
        ("overdue", looking.page, {"start": 7, "shown": List.OVERDUE}),
        ("audit", looking.page, {"start": 7, "shown": List.AUDIT}),
        ("look=case", looking.look, {"matter": Matter.CASE, "about": 7}),
        ("opinion=topic", acting.begin, {"matter": Matter.TOPIC, "about": 7}),
        ("power", entrusting.page, {"number": 7}),
        ("measure", looking.measure, {"measure_id": 7}),
        ("answer", acting.ask, {"measure_id": 7, "action": MeasureAction.ANSWER}),
        ("withdraw", acting.ask, {"measure_id": 7, "action": MeasureAction.WITHDRAW}),
    ],
)
async def test_a_button_does_what_it_says(verb, expected, words):
    found, given, toast = await asked(presses.press, hear(press(VerbPress("u", 7, verb).data)))

    assert (found, given, toast) == (expected, words, None)


async def test_a_reminder_is_answered_for_a_moment():
    verb, words, toast = await asked(presses.press, hear(press("u:7:remind=disclosure")))

    assert (verb, words) == (acting.remind, {"matter": Matter.DISCLOSURE, "about": 7})
    assert toast.text == "已提醒"


@pytest.mark.parametrize("verb", ["moon", "remind", "remind=dispute", "edit=case"])
async def test_a_button_that_is_none_of_ours_is_refused(verb):
    with pytest.raises(Unknown):
        await asked(presses.press, hear(press(f"u:7:{verb}")))


async def test_the_list_of_small_powers_is_asked_for_with_or_without_a_number():
    for words, number in (("/powers", 0), ("/powers 3", 3)):
        verb, given, _ = await asked(supervision.powers, said(words, GROUP))
        assert (verb, given["number"], given["asked"].chat) == (entrusting.show, number, GROUP)


@pytest.mark.parametrize("words", ["12", "#12", "＃12"])
async def test_a_bare_number_is_a_case(words):
    verb, given, _ = await asked(history.history, said(f"/history {words}"))

    assert (verb, given["number"]) == (cases.history, 12)


@pytest.mark.parametrize(
    ("words", "series", "number", "part"),
    [
        ("议题3", Series.TOPIC, 3, 0),
        ("T3-5", Series.TOPIC, 3, 5),
        ("表决 2", Series.BALLOT, 2, 0),
        ("b2", Series.BALLOT, 2, 0),
        ("决议5", Series.RESOLUTION, 5, 0),
        ("2026-031", Series.DISCLOSURE, 2026, 31),
        ("公示 2026-31", Series.DISCLOSURE, 2026, 31),
        ("监督1", Series.MEASURE, 1, 0),
        ("s1", Series.MEASURE, 1, 0),
    ],
)
async def test_other_numbers_say_whose_they_are(words, series, number, part):
    verb, given, _ = await asked(history.history, said(f"/history {words}", GROUP))

    assert verb is show
    assert (given["series"], given["number"], given["part"]) == (series, number, part)
    assert given["asked"].chat == GROUP


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("", "refusal-number"),
        ("电梯", "refusal-history-number"),
        ("月亮3", "refusal-history-number"),
    ],
)
async def test_what_is_no_number_gets_a_sentence(words, key):
    with pytest.raises(Refusal) as refused:
        await asked(history.history, said(f"/history {words}".strip()))
    assert refused.value.key == key
