"""Reports, questions at the end, what is told, lists and dossiers of resolutions."""

from dataclasses import replace

import pytest

from governance.deliberations.topic import Objection
from governance.resolutions.states import (
    ClauseStatus,
    Outcome,
    ResolutionStatus,
)
from handlers.views.resolutions import TOLD
from services.resolutions import checking, drafting
from tests.handlers.showing import presses, show, taps
from tests.services.resolutions.promises import (
    LIANG,
    agreed,
    clause,
    disclosed,
    drafted,
    in_force,
    press,
    public,
    report,
    resolution,
    waiting,
    word,
)
from tests.services.resolutions.test_asking import answer
from tests.services.resolutions.test_waiting import record, refer
from tests.services.town import AT, CHEN, GROUP, LI, WANG, WU, ZHANG

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
S, C = ResolutionStatus, ClauseStatus


def put(town, **changes):
    with town.work(0) as work:
        return work.resolutions.save(replace(work.resolutions.get(1), **changes))


def verbs(shown):
    return [p.verb for p in presses(shown)]


# ── reports and questions ──


def checkin(town, turn=0):
    [found] = resolution(town).clauses
    ordinal = found.checkins[turn].day.toordinal()
    subject = f"resolution-checkin:1:{found.id}:{ordinal}"
    return show(town, "resolution-checkin", WANG, subject=subject, reader=WANG)


def test_the_card_of_a_day_asks_and_says_how_it_stands(town):
    in_force(town)
    [found] = resolution(town).clauses
    day = found.checkins[0].day.toordinal()

    assert "今天不报告，群里会公布" in checkin(town).text
    assert verbs(checkin(town)) == [f"report={found.id}-{day}"]
    town.ring("unreported")
    assert "还可以补报" in checkin(town).text
    report(town)
    assert "已经报告" in checkin(town).text
    put(town, status=S.UNDER_CORRECTION)
    assert "不用再报告" in checkin(town, 1).text
    assert checkin(town, 1).buttons == []
    put(town, clauses=())
    gone = show(town, "resolution-checkin", WANG, subject=f"resolution-checkin:1:{found.id}:{day}")
    assert "已经没有这一项" in gone.text


def test_everybody_reads_a_report_with_its_photo(town):
    in_force(town)
    made = report(town, photo="photo-1", text="电话13812345678")
    [found] = made.clauses
    facts = {"resolution": 1, "clause": found.id, "day": found.checkins[0].day.toordinal()}
    shown = show(town, "resolution-reported", GROUP, **facts)

    assert shown.photo == "photo-1"
    assert "王师傅报告：装刷卡，进度 50%" in shown.text
    assert "13812345678" not in shown.text
    put(town, clauses=())
    assert "已经没有" in show(town, "resolution-reported", GROUP, **facts).text


def asked(town, person, language="zh-CN"):
    subject = f"resolution-asked:1:{person}:0"
    return show(
        town, "resolution-asked", person, subject=subject, reader=person, language=language
    )


@LANGUAGES
def test_who_voted_is_asked_with_three_taps_a_question(town, language):
    disclosed(town)
    answer(town, LI, "done", "no")
    shown = asked(town, LI, language)

    assert [len(row) for row in shown.buttons] == [3, 3, 3]
    assert verbs(shown)[:3] == ["reply=done-yes", "reply=done-no", "reply=done-unsure"]
    assert [t.startswith("✓") for t in taps(shown)].index(True) == 1
    assert asked(town, ZHANG, language).text != shown.text
    town.ring("resolution_look")
    assert asked(town, LI, language).buttons == ()


@LANGUAGES
def test_the_talks_can_be_shown(town, language):
    def talk(person):
        number = waiting(town, person)
        subject = f"dialogue:{number}"
        return show(town, "dialogue", person, subject=subject, reader=person, language=language)

    begun = town.do(CHEN, drafting.begin, agreed(town)).id
    assert talk(CHEN).buttons
    word(town, CHEN, begun)
    assert talk(CHEN).buttons
    clause(town)
    press(town, CHEN, "hand-in")
    press(town, WU, "return")
    assert {"退回", "Return"} & {w for w in ("退回", "Return") if w in talk(WU).text}


def test_a_photo_stands_where_the_words_of_a_report_would(town):
    in_force(town)
    [found] = resolution(town).clauses

    talk = town.do(WANG, checking.begin, 1, found.id, found.checkins[0].day.toordinal())
    subject = f"dialogue:{talk.id}"
    assert "做了什么：" not in show(town, "dialogue", WANG, subject=subject, reader=WANG).text
    town.say(WANG, "", photo="photo-1")
    assert "做了什么：照片" in show(town, "dialogue", WANG, subject=subject, reader=WANG).text


# ── what is told, and lists ──


@LANGUAGES
def test_all_that_is_told_can_be_said(town, language):

    in_force(town)
    facts = {"resolution": 1, "number": 1, "note": "话", "law": "第27条", "by": "wang"}
    facts |= {"clause": 1, "day": "2026-11-12", "stage": "before", "missing": "before"}
    for key in TOLD:
        assert "R1" in (shown := show(town, key, LI, language=language, **facts)).text or (
            "决议1" in shown.text
        )
        assert verbs(shown) == ["open"]
        assert show(town, key, GROUP, language=language, **facts).buttons == ()
    text = show(town, "resolution-unreported", GROUP, language=language, **facts).text
    assert "2026-11-12" in text
    facts |= {"note": "一共1200.50元，电话13812345678"}
    text = show(town, "resolution-told-resident-redraft", GROUP, language=language, **facts).text
    assert "1200.50元" in text
    assert "13812345678" not in text


def test_half_a_number_is_left_by_no_cut(town):
    in_force(town)
    facts = {"resolution": 1, "number": 1, "by": "chen", "note": "字" * 194 + "13812345678"}

    assert "138" not in show(town, "resolution-told-resident-redraft", GROUP, **facts).text


def test_the_committee_finds_what_waits_to_be_written(town):
    agreed(town)
    facts = {"matter": 1, "number": 1, "days": 15}
    for key in ("resolution-wanted", "resolution-late"):
        assert verbs(show(town, key, CHEN, reader=CHEN, **facts)) == ["draft"]
        assert show(town, key, WU, reader=WU, **facts).buttons == []
        assert show(town, key, GROUP, reader=0, **facts).buttons == ()


def listing(town, chat, reader):
    return show(town, "resolutions", chat, reader=reader)


def test_drafts_are_listed_to_those_in_office_in_private(town):
    drafted(town)
    agreed(town)
    refer(town)

    assert "决议1 · 起草中 · 0%" in listing(town, CHEN, CHEN).text
    assert verbs(listing(town, CHEN, CHEN)) == ["open", "draft", "outcome", "dossier"]
    assert verbs(listing(town, WU, WU)) == ["open"]
    for chat, reader in ((LI, LI), (GROUP, CHEN)):
        assert "还没有决议" in listing(town, chat, reader).text
        assert listing(town, chat, reader).buttons == []


def test_what_is_public_is_listed_to_everybody(town):
    public(town)

    assert "决议1 · 异议期 · 0%" in listing(town, GROUP, LI).text
    assert verbs(listing(town, LI, LI)) == ["open"]
    assert listing(town, GROUP, LI).buttons == []


@LANGUAGES
def test_a_dossier_holds_all_that_was_said_and_of_nobody_whose_it_was(town, language):
    refer(town)
    with town.work(0) as work:
        work.topics.object(1, Objection(person=str(LI), affected=True, text="太吵"), AT)
        work.topics.object(1, Objection(person="7", affected=True, text="太贵", met="降价"), AT)
        work.topics.save(replace(work.topics.get(1), summary="多数赞成"))
    record(town, Outcome.STUDIED)
    shown = show(town, "dossier", LIANG, reader=LIANG, language=language, matter=1, number=1)

    for part in ("装刷卡", "多数赞成", "谈不拢", "太吵", "降价", "街道办会议纪要", "2026-11-01"):
        assert part in shown.text
    assert f"p{LI}" not in shown.text


def test_an_outcome_is_told_with_its_day_and_its_ground(town):
    refer(town)
    facts = {"matter": 1, "number": 1, "outcome": "studied", "day": "2026-11-01"}
    shown = show(town, "referral-recorded", GROUP, reader=0, note="会议纪要", by="chen", **facts)

    assert "研究决定（2026-11-01）。依据：会议纪要。登记：陈主任" in shown.text
    record_it = show(town, "dossier-record", CHEN, reader=CHEN, matter=1, number=1)
    assert verbs(record_it) == ["outcome", "dossier"]
