"""The card of an edition: its own words, what became of it, and what each finds to tap."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import update

from governance.chats import ChatStatus, Membership, Standing
from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionAction
from governance.refusals import Unknown
from handlers import presses, signing
from handlers.buttons import VerbPress
from services.disclosures import reaching, reading
from services.disclosures import signing as steps
from services.hearing import Asked
from storage import roll
from storage.cards import CARDS
from storage.outbox import OUTBOX
from tests.bot.doors import GROUP, LI, message, press
from tests.handlers.showing import presses as pressed
from tests.handlers.showing import show
from tests.handlers.test_mediation import asked, hear, reached
from tests.services.disclosures.accounts import (
    approved,
    draw,
    papers,
    published,
    spoil,
    submitted,
)
from tests.services.town import CHEN, HE, WANG, WU

A = EditionAction
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def card(town, edition=1, language="zh-CN"):
    subject = f"disclosure:{edition}:0:{GROUP}"
    return show(town, "disclosure", GROUP, subject=subject, reader=0, language=language)


def review(town, reader):
    subject = f"edition-review:1:{reader}:0"
    return show(town, "edition-review", reader, subject=subject, reader=reader)


def verbs(shown):
    return [each.verb for each in pressed(shown)]


WHY = "第3条是3200元，写成了4200元"


def correcting(town):
    town.do(WANG, steps.press, 1, A.CORRECT)
    town.say(WANG, WHY)


def out(town, edition):
    town.do(WANG, steps.press, edition, A.SUBMIT)
    draw(town)
    for _ in range(5):
        town.ring("edition_drawn")
    town.do(CHEN, steps.press, edition, A.APPROVE)
    town.ring("edition_publish")


@LANGUAGES
def test_the_card_has_the_frozen_words_and_nothing_else(town, language):
    published(town)
    parts = papers(town)
    with town.work(0) as work:
        frozen = json.loads(work.papers.body(parts["text"].id))
    shown = card(town, language=language)

    assert shown.text == frozen[language]
    assert "2026-001" in shown.text
    assert shown.file[1] == f"paper:{parts['picture'].id}"
    assert verbs(shown) == ["yes", "no", "ask", "files"]


def test_other_words_than_were_signed_are_never_drawn(town):
    published(town)
    spoil(town, "text")
    with pytest.raises(ValueError, match="not what was drawn"):
        card(town)


def test_the_card_of_the_old_version_says_so_and_why(town):
    published(town)
    old = card(town).text
    correcting(town)
    meanwhile = card(town)

    first, _, rest = meanwhile.text.partition("\n")
    assert "有错，正在更正" in first
    assert WHY in first  # with its figures, which are the reason
    assert rest == old
    assert verbs(meanwhile) == ["yes", "no", "ask", "files"]  # it stands until then

    out(town, 2)
    replaced, fresh = card(town), card(town, 2)
    assert verbs(replaced) == ["files"]  # the old bytes stay within reach
    assert "请看第2版" in replaced.text.partition("\n")[0]
    assert fresh.text.startswith(f"✏️ 更正了上一版。原因：{WHY}")
    assert "第2版" in fresh.text


def test_whoever_signs_a_correction_reads_why_it_is_one(town):
    published(town)
    correcting(town)
    out(town, 2)

    subject = f"edition-review:2:{CHEN}:0"
    assert WHY in show(town, "edition-review", CHEN, subject=subject, reader=CHEN).text


def test_whoever_wrote_it_is_not_offered_to_sign_it(town):
    submitted(town)

    assert verbs(review(town, CHEN)) == ["approve", "send-back"]
    assert verbs(review(town, HE)) == ["approve", "send-back"]
    assert verbs(review(town, WANG)) == []
    assert verbs(review(town, WU)) == ["object"]


def test_the_check_code_is_that_of_the_signature(town):
    edition = approved(town)

    assert edition.signed[:8] in review(town, CHEN).text
    assert verbs(review(town, WU))[-1] == "object"


def test_how_far_it_came_is_said_to_all_and_where_not_to_those_in_charge(town):
    edition = published(town)
    town.do(LI, reaching.coverage, edition.serial, Asked(chat=GROUP, message=7))
    with town.engine.begin() as connection:
        gone = {"status": "undeliverable", "error": "Forbidden: bot was kicked"}
        connection.execute(update(OUTBOX).values(gone))
        connection.execute(update(CARDS).values(message=None))

    for_all = show(town, "coverage", GROUP, edition=edition.id)
    in_charge = show(town, "coverage", CHEN, reader=CHEN, edition=edition.id)
    assert "送不到 1" in for_all.text
    assert "我不在群里了" not in for_all.text
    assert "我不在群里了" in in_charge.text


@pytest.mark.parametrize(
    ("membership", "status", "why"),
    [("kicked", "out", "我不在群里了"), ("restricted", "bound", "不许我发言")],
)
def test_why_it_waits_for_a_group_is_said_to_those_in_charge(town, membership, status, why):
    edition = published(town)
    standing = Standing(membership=Membership(membership), can_send=False)
    with town.work(0) as work:
        found = replace(work.chats.get(GROUP), status=ChatStatus(status), standing=standing)
        work.chats.save(found)
        # one that is out stands no more among the community's chats
        roll.changed(work.connection, town.id)

    told = show(town, "coverage", CHEN, reader=CHEN, edition=edition.id).text
    assert "还在送 0，送不到 1" in told
    assert "· 幸福里居民群：" in told
    assert why in told


@pytest.mark.parametrize("said", sorted(Understood))
async def test_a_tap_says_whether_it_was_understood(said):
    data = VerbPress("y", 7, said).data
    verb, words, toast = await asked(presses.press, hear(press(data)))

    assert (verb, words) == (reading.say, {"edition_id": 7, "said": said, "chat": LI})
    assert toast.text


async def test_coverage_is_heard_with_its_number():
    verb, words, _ = await asked(
        signing.coverage, hear({"message": message("/coverage 2026-31", chat=GROUP)})
    )

    assert (verb, words["serial"]) == (reaching.coverage, "2026-031")
    assert reached("/coverage 2026-031", chat=GROUP) is signing.coverage


async def test_a_button_that_nobody_has_is_refused():
    data = VerbPress("y", 7, "x").data
    with pytest.raises(Unknown):
        await asked(presses.press, hear(press(data)))
