"""How a report is gathered: files, changes, danger, disputes (B02, B03, B04, B11, N16)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseKind, CaseStatus, Urgency
from governance.categories import NOTHING, OTHER
from governance.dialogues import DialogueStatus
from governance.intake import YES, AttachmentKind
from governance.notices import Priority
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from services.cases import asking, reporting
from services.hearing import Asked
from tests.services.town import CHEN, GROUP, HE, LI, LIFT, WANG

DANGER = replace(LIFT, kind=CaseKind.HAZARD, urgency=Urgency.URGENT, danger=True)


def refused(town, *args, **words):
    with pytest.raises(Refusal) as refusal:
        town.do(*args, **words)
    return refusal.value.key


def files(town, case_id=1):
    with town.work(0) as work:
        return [(a.kind, a.file) for a in work.attachments.of_case(case_id)]


def test_a_voice_in_private_begins_a_draft_that_may_stay_without_words(town):
    town.say(LI, voice="voice-1", reading=NOTHING)

    talk = town.talk()
    assert (talk.text("text"), talk.text("files")) == ("", "voice")
    assert town.told() == [("dialogue:1", LI)]


def test_a_voice_handed_in_as_it_is_lies_at_the_desk_and_is_heard_there(town):
    town.say(LI, voice="voice-1", reading=NOTHING)

    filed = town.answer(LI, "bare", YES)

    case = town.case()
    assert (case.text, case.category, case.building) == ("", OTHER, None)
    assert (case.status, case.holder) == (CaseStatus.SUBMITTED, "he")
    assert (filed.id, files(town)) == (1, [(AttachmentKind.VOICE, "voice-1")])
    assert ("case-file", HE) in town.told()
    assert town.facts("case-file")["files"] == "voice-1"


def test_a_photo_handed_in_as_it_is_still_asks_where(town):
    town.say(LI, photo="photo-1", reading=NOTHING)

    town.answer(LI, "bare", YES)
    before = town.talk().status
    town.answer(LI, "building", "b3")
    town.answer(LI, "submit")

    assert before is DialogueStatus.OPEN
    assert (town.case().photo, town.case().grid, town.case().holder) == ("photo-1", "g2", "he")


def test_without_a_file_nothing_is_handed_in_as_it_is(town):
    town.report(asked=False)

    assert refused(town, LI, talks.answer, KINDS, 1, "bare", YES) == "refusal-no-dialogue"


def test_the_voice_follows_the_case_to_whoever_handles_it_and_into_no_group(town):
    town.say(LI, "三号楼电梯", voice="voice-1")
    town.answer(LI, "submit")

    assert [d for d in town.told() if d[0] == "case-file"] == [("case-file", WANG)]
    town.act(WANG, "hand-back", note="@skill")
    assert {chat > 0 for key, chat in town.told() if key == "case-file"} == {True}


def test_a_human_writes_the_line_of_a_report_without_words(town):
    town.say(LI, voice="voice-1", reading=NOTHING)
    town.answer(LI, "bare", YES)

    town.press(HE, "summarise")
    town.say(HE, "三号楼电梯有异响")

    assert town.case().summary == "三号楼电梯有异响"
    assert town.case().status is CaseStatus.SUBMITTED
    assert ("told-reporter-summarise", LI) in town.told()


def test_photos_and_papers_are_kept_in_the_order_in_which_they_came(town):
    town.say(LI, "三号楼电梯坏了", photo="photo-1")
    town.say(LI, "", document="paper-1", reading=NOTHING)
    town.say(LI, "", video="video-1", reading=NOTHING)
    town.answer(LI, "submit")

    kinds = [AttachmentKind.PHOTO, AttachmentKind.DOCUMENT, AttachmentKind.VIDEO]
    assert [kind for kind, _ in files(town)] == kinds
    assert (town.case().photo, town.talk().text("files")) == ("photo-1", "photo,document,video")


def test_an_eleventh_file_is_refused_and_nothing_is_lost(town):
    town.say(LI, "三号楼电梯坏了", photo="photo-0")
    for number in range(1, 10):
        town.say(LI, "", photo=f"photo-{number}", reading=NOTHING)

    heard = town.hear("", chat=LI, photo="photo-10", asked=False, reading=NOTHING)
    assert refused(town, LI, asking.say, KINDS, LI, heard) == "refusal-many-files"
    town.answer(LI, "submit")
    assert len(files(town)) == 10


def test_what_is_neither_words_nor_a_file_is_refused_in_a_draft(town):
    town.report(asked=False)

    heard = town.hear("", chat=LI, asked=False, reading=NOTHING)

    assert refused(town, LI, asking.say, KINDS, LI, heard) == "refusal-unreadable"


def test_a_clear_report_keeps_its_photo_among_the_files(town):
    town.report(photo="photo-1")

    assert files(town) == [(AttachmentKind.PHOTO, "photo-1")]


def test_danger_is_answered_by_the_numbers_before_all_else(town):
    town.report(reading=DANGER)

    first = min(town.deliveries(), key=lambda d: d.id)
    assert (first.key, first.priority, first.address.chat) == ("danger", Priority.DANGER, GROUP)
    assert first.address.reply_to == 7
    assert (town.case().kind, town.case().urgency) == (CaseKind.HAZARD, Urgency.URGENT)


def test_danger_told_later_in_a_draft_is_answered_too(town):
    town.say(LI, "电梯坏了", reading=NOTHING)

    town.say(LI, "三号楼着火了", reading=DANGER)

    assert ("danger", LI) in town.told()
    assert (town.talk().text("kind"), town.talk().text("urgency")) == ("hazard", "urgent")


def test_what_cannot_wait_is_told_to_the_committee_and_goes_first(town):
    town.report(reading=replace(LIFT, category="property", urgency=Urgency.URGENT))

    assert town.case().holder == "wang"
    told = [d for d in town.told() if d[0] == "case-urgent"]
    assert told == [("case-urgent", CHEN), ("case-urgent", HE)]
    [sheet] = [d for d in town.deliveries() if d.subject.startswith("worksheet")]
    assert sheet.priority is Priority.ANSWER


def test_a_committee_member_is_not_told_of_his_own_urgent_report(town):
    town.report(CHEN, reading=replace(LIFT, urgency=Urgency.URGENT))

    assert [d for d in town.told() if d[0] == "case-urgent"] == [("case-urgent", HE)]


def test_a_hazard_is_promised_by_the_faster_clock(town):
    town.report(reading=replace(LIFT, category="pets", kind=CaseKind.HAZARD))

    offered = town.case().assignments[0].until
    assert offered - town.now == timedelta(minutes=30)


@pytest.mark.parametrize("kind", [CaseKind.SUGGESTION, CaseKind.QUESTION])
def test_what_the_desk_answers_is_finished_in_private_and_stays_at_the_desk(town, kind):
    town.report(reading=replace(LIFT, kind=kind))
    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP)]

    town.answer(LI, "submit")

    assert (town.case().kind, town.case().holder) == (kind, "he")
    assert town.case().status is CaseStatus.SUBMITTED


def test_what_looks_like_a_dispute_is_never_filed_at_once(town):
    town.report(reading=replace(LIFT, dispute=True))

    assert (town.told(), town.talk().text("dispute")) == (
        [("dialogue:1", LI), ("pointer:1:0", GROUP)],
        YES,
    )
    assert refused(town, LI, talks.answer, KINDS, 1, talks.SUBMIT, "") == "refusal-dispute"


def test_what_is_said_to_be_no_dispute_is_filed_as_usual(town):
    town.report(reading=replace(LIFT, dispute=True))

    town.answer(LI, "ordinary", YES)
    town.answer(LI, "submit")

    assert town.case().status is CaseStatus.DISPATCHED


def test_no_dispute_is_said_only_of_what_reads_like_one(town):
    town.report(asked=False)

    assert refused(town, LI, talks.answer, KINDS, 1, "ordinary", YES) == "refusal-no-dialogue"


def test_a_voice_that_reads_like_a_dispute_is_not_handed_in_as_it_is(town):
    town.say(LI, voice="voice-1", reading=replace(NOTHING, dispute=True))

    town.answer(LI, "bare", YES)

    assert (town.talk().status, town.talk().text("ordinary")) == (DialogueStatus.OPEN, "")


def test_a_word_in_private_says_what_the_resident_chose_and_no_more(town):
    town.say(LI, "三号楼电梯坏了")
    town.answer(LI, "asking", "kind")
    town.answer(LI, "kind", "service")
    town.answer(LI, "asking", "urgency")
    town.answer(LI, "urgency", "wish")

    town.say(LI, "很危险", reading=replace(NOTHING, kind=CaseKind.HAZARD, urgency=Urgency.URGENT))
    town.answer(LI, "submit")

    assert (town.case().kind, town.case().urgency) == (CaseKind.SERVICE, Urgency.WISH)


def test_a_group_is_opened_and_left_again(town):
    town.say(LI, "坏了", reading=NOTHING)

    town.answer(LI, "group", "outside")
    opened = town.talk().text("group")
    town.answer(LI, "back")
    closed = town.talk().text("group")
    town.answer(LI, "group", "building")
    town.answer(LI, "category", "lift")

    talk = town.talk()
    assert (opened, closed) == ("outside", "")
    assert (talk.text("category"), talk.text("group")) == ("lift", "")


def test_a_change_that_is_not_made_leaves_all_as_it_was(town):
    town.report(asked=False)

    town.answer(LI, "asking", "building")
    town.answer(LI, "back")
    town.answer(LI, "submit")

    assert (town.case().building, town.case().category) == ("b3", "lift")


def test_going_back_as_far_as_the_words_they_are_written_anew(town):
    town.say(LI, "电提坏了", reading=NOTHING)

    town.answer(LI, "back")
    town.say(LI, "三号楼电梯坏了")

    assert (town.talk().text("text"), town.talk().text("category")) == ("三号楼电梯坏了", "lift")


def test_going_back_before_the_words_leaves(town):
    town.do(LI, reporting.begin, Asked(chat=LI, message=1))

    town.answer(LI, "back")

    assert town.talk().status is DialogueStatus.CANCELLED


def test_a_hazard_may_be_begun_with_nothing_said(town):
    town.do(LI, reporting.begin, Asked(chat=GROUP, message=7), CaseKind.HAZARD)

    assert town.talk().text("kind") == "hazard"
    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP)]


def test_a_hazard_is_not_finished_without_a_photo(town):
    town.report(reading=replace(LIFT, kind=CaseKind.HAZARD))
    town.act(WANG, "accept")
    town.press(WANG, "finish")

    town.answer(WANG, "bare", "yes")
    town.say(WANG, "接好了")
    before = town.case().status
    town.say(WANG, "", photo="photo-1")

    assert (before, town.case().status) == (CaseStatus.IN_PROGRESS, CaseStatus.DONE_REPORTED)
