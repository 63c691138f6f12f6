"""What is read of questions and answers: the group reads answers beneath lines, and no names."""

from dataclasses import replace

import pytest

from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionAction
from handlers import presses
from handlers.buttons import VerbPress
from services.disclosures import answering, drafting, questioning, reading, signing
from tests.bot.doors import GROUP, LI, press
from tests.handlers.showing import presses as pressed
from tests.handlers.showing import show
from tests.handlers.test_mediation import asked, hear
from tests.services.disclosures.accounts import draw, edition_of, ledger, published
from tests.services.disclosures.questions import ANSWER, ASKED, answer, ask
from tests.services.town import CHEN, WANG, ZHANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def beneath(town, language="zh-CN", edition=1):
    subject = f"edition-answers:{edition}:{GROUP}"
    return show(town, "edition-answers", GROUP, subject=subject, reader=0, language=language)


def question(town):
    subject = f"edition-question:1:{WANG}"
    return show(town, "edition-question", WANG, subject=subject, reader=WANG)


def talk(town, person, number):
    return show(town, "dialogue", person, subject=f"dialogue:{number}", reader=person)


@LANGUAGES
def test_the_group_reads_the_answer_beneath_its_line_and_nobodys_words(town, language):
    published(town)
    ask(town, LI)
    ask(town, ZHANG, line="2", text="谁家的")
    answer(town)
    text = beneath(town, language).text

    _, line, said = text.splitlines()
    assert "3" in line
    assert "楼道灯更换" in line
    assert ANSWER in said
    assert not [word for word in (ASKED, "3号楼", "谁家的", f"p{LI}", "p2001") if word in text]


def card(town, edition=1, language="zh-CN"):
    subject = f"disclosure:{edition}:0:{GROUP}"
    return show(town, "disclosure", GROUP, subject=subject, reader=0, language=language).text


@LANGUAGES
def test_everybody_reads_that_an_answer_is_owed_until_the_last_one_is_there(town, language):
    published(town)
    waits = {"zh-CN": "还没有答复完", "en": "an answer is still owed"}[language]
    archive = {"list": "archive", "start": 0, "day": "2026-05-10", "language": language}
    two = {"zh-CN": "2 处疑问等答复", "en": "wait for an answer: 2"}[language]
    assert waits not in card(town, language=language)
    ask(town, LI)
    ask(town, ZHANG, line="2", text="谁家的")
    assert waits in card(town, language=language)
    assert two in show(town, "disclosures", GROUP, **archive).text
    answer(town)
    assert waits in card(town, language=language)
    answer(town, question=2)
    assert waits not in card(town, language=language)
    assert two not in show(town, "disclosures", GROUP, **archive).text


def test_those_who_answer_read_what_is_asked_and_not_by_whom(town):
    published(town)
    ask(town, LI)
    ask(town, ZHANG, text="用的什么灯")
    shown = question(town)

    assert "用的什么灯" in shown.text
    assert f"p{LI}" not in shown.text
    assert [(p.subject, p.id, p.verb) for p in pressed(shown)] == [
        ("y", 1, "answer"),
        ("p", 1, "correct"),  # a wrong figure leads to another version
    ]
    opened = town.do(WANG, answering.press, 1)
    assert "用的什么灯" in talk(town, WANG, opened.id).text
    town.say(WANG, ANSWER)
    town.answer(WANG, "submit", dialogue_id=opened.id)
    assert pressed(question(town)) == []
    assert ANSWER in question(town).text


def test_a_wrong_figure_leads_to_another_version_and_then_to_no_second_one(town):
    published(town)
    ask(town, LI)
    town.do(WANG, signing.press, 1, EditionAction.CORRECT)
    town.say(WANG, "第3条金额写错了")

    assert [p.verb for p in pressed(question(town))] == ["answer"]


def test_from_a_question_to_a_corrected_version_with_the_question_beneath_its_line(town):
    published(town)
    ask(town, LI, text="灯是75元，账上写了75.50元")
    [wrong] = [p for p in pressed(question(town)) if p.verb == "correct"]
    town.do(WANG, signing.press, wrong.id, EditionAction(wrong.verb))
    town.say(WANG, "第3条多写了0.50元")
    first, second, third = ledger().lines
    right = ledger(first, second, replace(third, amount=7_500))
    town.do(WANG, drafting.take, edition_of(town, 2), right)
    town.do(WANG, signing.press, 2, EditionAction.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, 2, EditionAction.APPROVE)
    town.ring("edition_publish")
    answer(town, text="您说得对，已经更正")

    old, fresh = (
        show(town, "disclosure", GROUP, subject=f"disclosure:{n}:0:{GROUP}") for n in (1, 2)
    )
    assert old.text.startswith("❗ 这一版已更正，请看第2版。原因：第3条多写了0.50元")
    assert "75.50元" in old.text
    assert [p.verb for p in pressed(old)] == ["files"]
    assert fresh.text.startswith("✏️ 更正了上一版。原因：第3条多写了0.50元")
    assert "75.00元" in fresh.text
    # it was asked about the first version, and its answer stands beneath the second one
    _, line, said = beneath(town, edition=2).text.splitlines()
    assert "第3条" in line
    assert "您说得对，已经更正" in said
    assert "您说得对，已经更正" in show(town, "edition-answered", LI, question=1).text


def test_whoever_asks_the_same_line_later_reads_its_answer_at_once(town):
    published(town)
    ask(town, LI)
    answer(town)
    opened = town.do(ZHANG, questioning.begin, 1)
    assert ANSWER not in talk(town, ZHANG, opened.id).text
    town.say(ZHANG, "第3条")

    assert ANSWER in talk(town, ZHANG, opened.id).text


@LANGUAGES
@pytest.mark.parametrize("key", ["edition-answered", "edition-ask-late", "edition-asked"])
def test_whoever_asked_is_told_by_serial_number_and_line(town, key, language):
    published(town)
    ask(town, LI)
    answer(town)
    text = show(town, key, LI, question=1, language=language).text

    assert "2026-001" in text
    assert "3" in text
    assert (ANSWER in text) is (key == "edition-answered")


def test_the_task_says_how_many_understood_and_ends_with_another_version(town):
    published(town)
    for person in range(6001, 6006):
        town.do(person, reading.say, 1, Understood.NO)
    subject = f"edition-rewrite:1:{WANG}"
    shown = show(town, "edition-rewrite", WANG, subject=subject, reader=WANG)
    assert "5 人表示，只有 0 人看懂了" in shown.text
    assert [p.verb for p in pressed(shown)] == ["correct"]

    town.do(WANG, signing.press, 1, EditionAction.CORRECT)
    town.say(WANG, "大家看不懂")
    assert pressed(show(town, "edition-rewrite", WANG, subject=subject, reader=WANG)) == []


@pytest.mark.parametrize(
    ("word", "verb", "given"),
    [
        ("ask", questioning.begin, {"edition_id": 7, "chat": LI}),
        ("answer", answering.press, {"question_id": 7}),
    ],
)
async def test_a_tap_asks_and_answers(word, verb, given):
    data = VerbPress("y", 7, word).data
    did, words, _ = await asked(presses.press, hear(press(data)))

    assert (did, words) == (verb, given)


def test_the_whole_may_be_asked_about_too(town):
    published(town)
    opened = town.do(LI, questioning.begin, 1)
    taps = [b.text for row in talk(town, LI, opened.id).buttons for b in row]
    assert taps[:4] == ["第1条", "第2条", "第3条", "整份"]
    town.answer(LI, "line", "0", opened.id)
    town.say(LI, "为什么没有写停车费")
    answer(town, CHEN)

    assert "整份公示" in beneath(town).text
