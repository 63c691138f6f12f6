import pytest
from sqlalchemy import select

from governance.dialogues import DialogueStatus
from governance.mediation import DisputeStatus, DisputeType
from governance.refusals import Refusal, Unknown
from services import talks
from services.hearing import Asked
from services.mediation import reporting
from storage.database import METADATA
from tests.services.mediation.people import (
    LIANG,
    WORDS,
    ZHENG,
    answer,
    answer_all,
    begin,
    press,
    say,
    tap,
    tell,
)
from tests.services.town import CHEN, GROUP, HE, LI, WANG

MARK = "拿刀在门口等我"


def everywhere(town):
    """Return all that stands in the database, as text."""
    with town.work(0) as work:
        return "".join(
            str(row)
            for table in METADATA.sorted_tables
            for row in work.connection.execute(select(table)).all()
        )


def test_in_a_group_one_neutral_line_is_said_and_nothing_is_kept(town):
    town.do(LI, reporting.elsewhere, Asked(chat=GROUP, message=7))

    assert town.told() == [("dispute-private", GROUP)]
    [line] = town.deliveries()
    assert (line.address.reply_to, dict(line.facts)) == (7, {})
    with town.work(0) as work:
        assert work.disputes.queue() == []
        assert work.dialogues.waiting(LI, LI) is None


def test_a_dispute_is_told_answer_by_answer_and_filed_by_a_tap_of_ones_own(town):
    talk = answer_all(town, LI, begin(town))
    assert town.told() == [("dialogue:1", LI)]
    with town.work(0) as work:
        assert work.disputes.queue() == []

    found = tap(town, LI, talk, talks.SUBMIT)

    assert (found.number, found.status, found.type, found.building, found.text) == (
        1,
        DisputeStatus.REPORTED,
        DisputeType.NEIGHBOURS,
        "b3",
        WORDS,
    )
    assert (found.declared, found.named, found.flagged) == (True, False, False)
    assert town.audit() == ["file"]
    assert town.fresh() == [("disputant:1:0", LI), ("dispute:1:chen:0", CHEN)]


def test_a_dispute_is_no_case_and_takes_no_number_of_the_cases(town):
    tell(town)
    town.report()

    with town.work(0) as work:
        assert work.cases.numbered(1).text != WORDS
        assert [c.text for c in work.cases.of_reporter(LI)] == ["三号楼电梯坏了两天没人修"]


def test_nothing_of_a_dispute_is_ever_said_in_a_group(town):
    tell(town)
    press(town, LI, "raise")
    groups = {key for key, chat in town.told() if chat < 0}

    assert groups == set()


def test_the_talk_forgets_what_the_dispute_holds(town):
    talk = answer_all(town, LI, begin(town), text=MARK)
    tap(town, LI, talk, talks.SUBMIT)

    assert (town.talk(talk).data, town.talk(talk).status) == ({}, DialogueStatus.DONE)
    assert everywhere(town).count(MARK) == 1


def test_beginning_again_goes_on_with_what_was_begun(town):
    first = begin(town)
    tap(town, LI, first, "threat", "no")

    assert begin(town) == first
    assert town.told() == [("dialogue:1", LI)]
    assert town.talk(first).text("threat") == "no"


def test_words_said_with_the_command_are_kept_for_the_form(town):
    talk = begin(town, text=WORDS)
    assert begin(town, text="昨天又吵了") == talk

    assert town.talk(talk).text("text") == f"{WORDS}\n昨天又吵了"
    assert town.talk(talk).whole("dispute") == 0


def test_who_is_involved_takes_several_taps_and_one_to_end(town):
    talk = answer_all(town, LI, begin(town), until="involved")

    answer(town, LI, talk, "involved", ("wang", "the_property"))

    assert town.talk(talk).text("parties") == "wang,the_property"
    with pytest.raises(Unknown):
        tap(town, LI, talk, "kin", "wang")


def test_going_back_lets_go_of_who_was_chosen(town):
    talk = answer_all(town, LI, begin(town), until="kin", involved=("wang",))

    tap(town, LI, talk, talks.BACK)

    assert "involved" not in town.talk(talk).data
    assert town.talk(talk).text("parties") == ""


def test_going_back_elsewhere_keeps_who_was_chosen(town):
    talk = answer_all(town, LI, begin(town), until="building", involved=("wang",), kin=("ma",))

    tap(town, LI, talk, talks.BACK)

    assert town.talk(talk).text("parties") == "wang"
    assert "kin" not in town.talk(talk).data


def test_going_back_from_the_first_question_leaves(town):
    talk = begin(town)

    assert tap(town, LI, talk, talks.BACK).status is DialogueStatus.CANCELLED


def test_legal_elections_are_not_filed_but_told_where(town):
    talk = answer_all(town, LI, begin(town), until="type")

    tap(town, LI, talk, "type", "elections")

    assert ("dispute-elsewhere", LI) in town.told()
    assert (town.talk(talk).status, town.talk(talk).data) == (DialogueStatus.DONE, {})
    with town.work(0) as work:
        assert work.disputes.queue() == []


def test_a_voice_tells_what_happened(town):
    talk = answer_all(town, LI, begin(town), until="text")

    say(town, LI, talk, "", voice="voice-1")

    assert (town.talk(talk).text("voice"), town.talk(talk).text("text")) == ("voice-1", "")
    answer_all(town, LI, talk)
    assert tap(town, LI, talk, talks.SUBMIT).voice == "voice-1"
    assert ("dispute-voice", CHEN) in town.told()


def test_a_voice_where_a_tap_is_wanted_is_refused(town):
    talk = begin(town)

    with pytest.raises(Refusal) as caught:
        say(town, LI, talk, "", voice="voice-1")
    assert caught.value.key == "refusal-tap"


def test_a_grid_worker_can_tell_it_for_a_resident_and_does_not_handle_it(town):
    found = tell(town, WANG, own="others")

    assert (found.reporter, found.entered_by, found.behalf) == (WANG, WANG, "二楼的老人")
    assert tell(town, WANG).entered_by == 0


def test_where_nobody_is_left_the_reporter_is_told_so(town):
    everyone = ("zheng", "ma", "chen", "he", "liang")

    tell(town, kin=everyone)

    assert ("dispute-nobody", LI) in town.told()
    assert not {ZHENG, CHEN, HE, LIANG} & {chat for _, chat in town.told()}
