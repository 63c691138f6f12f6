"""Each day's line with the head of the audit, and the check of it by whoever asks (F10)."""

from dataclasses import replace
from datetime import date

import pytest

from governance import anchors
from governance.chain import Break, Fault, Verdict
from governance.notices import Kind
from governance.refusals import Refusal
from services import anchoring, forgetting
from services.hearing import Asked
from storage import audit
from storage.rows import ms
from tests.bases import memory
from tests.services.town import GROUP, LI, STAFF, Town
from tests.services.traced import lived

HERE = Asked(chat=GROUP, message=9)


def seal(town):
    with town.work(0) as work:
        audit.seal(work.connection, town.id, ms(town.now))


def a_day(town):
    """Something is done, it is sealed, and the next line is told."""
    town.report()
    seal(town)
    town.ring(anchoring.VERB)


def finding(town):
    with town.work(0) as work:
        verdict = audit.verify(work.connection, town.id)
        return anchors.judge(verdict, work.anchors.held())


@pytest.fixture
def told(town):
    """A town of which two days' lines were told."""
    town.do(0, anchoring.arrange)
    a_day(town)
    a_day(town)
    return town


def test_each_day_every_group_of_neighbours_is_told_once_and_nobody_else(told):
    lines = [(key, chat) for key, chat in told.told() if key == anchoring.LINE]
    told.do(0, anchoring.tell)  # the same day again

    assert (anchoring.LINE, GROUP) in lines
    assert len(lines) == len(set(lines))
    assert (anchoring.LINE, STAFF) not in lines
    assert all(key != anchoring.LINE for key, _ in told.told())
    assert [verb for verb, _ in told.dues()].count(anchoring.VERB) == 1


def test_before_anything_is_sealed_there_is_no_line(town):
    town.do(0, anchoring.tell)

    assert all(key != anchoring.LINE for key, _ in town.told())


def test_a_community_that_wants_no_line_keeps_the_days_all_the_same(community):
    silent = replace(community, deliberation=replace(community.deliberation, anchor=False))
    with memory() as engine:
        town = Town(engine, silent)
        town.do(0, anchoring.arrange)
        a_day(town)

        assert all(key != anchoring.LINE for key, _ in town.told())
        assert finding(town).last is not None


def test_the_letters_of_a_line_are_found_again(told):
    with told.work(0) as work:
        first, second = work.anchors.held()
    told.do(LI, anchoring.verify, anchors.told(first.anchor.hash), HERE)
    said = told.facts("verify-letters")
    told.do(LI, anchoring.verify, "0" * 16, HERE)

    assert said == {
        "found": "fits",
        "day": str(first.anchor.day),
        "count": first.anchor.count,
    }
    assert first.anchor.day < second.anchor.day
    assert told.facts("verify-letters")["found"] == "none"


def test_letters_whose_place_is_another_now_are_said_to_be_altered(told):
    with told.work(0) as work:
        first, _ = work.anchors.held()
        work.connection.exec_driver_sql("DROP TRIGGER seals_never_update")
        work.connection.exec_driver_sql("UPDATE seals SET hash = 'x' || substr(hash, 2)")
    told.do(LI, anchoring.verify, first.anchor.hash, HERE)

    assert told.facts("verify-letters")["found"] == "altered"


def test_what_cannot_be_letters_is_refused(town):
    with pytest.raises(Refusal, match="refusal-verify"):
        town.do(LI, anchoring.verify, "昨天", HERE)


def test_without_letters_the_chain_is_followed_beside_the_writer(town):
    town.do(LI, anchoring.verify, "", HERE)

    [asked] = [d for d in town.deliveries() if d.kind is Kind.ENQUIRY]
    assert (asked.facts["about"], asked.address.chat, asked.reader) == ("verify", GROUP, LI)


def test_what_fits_is_told_and_alarms_nobody(told):
    found = anchoring.packed(finding(told))
    told.do(LI, anchoring.answer, found, HERE)

    assert found["whole"]
    assert found["misfit"] == ""
    assert told.facts("verify-whole") == found


def test_what_does_not_fit_is_told_with_its_day_and_the_operator_hears_of_it(town):
    broken = Verdict(sealed=1, head="h", tail=0, broken=Break(Fault.ALTERED, 2, 2))
    day = date(2026, 11, 2)
    found = anchoring.packed(anchors.Finding(verdict=broken, misfit=day))
    heard = []
    with town.work(LI) as work:
        work.alarm = lambda kind, what: heard.append((kind, what))
        anchoring.answer(work, found, HERE)

    assert heard == [("audit-broken", "2026-11-02")]
    assert (found["fault"], found["entry"]) == (Fault.ALTERED, 2)


def test_forgetting_a_person_leaves_every_day_as_it_was_told(town):
    lived(town)
    seal(town)
    town.do(0, anchoring.tell)
    before = finding(town)
    town.do(LI, forgetting.mine_gone)
    after = finding(town)

    assert before.fits is not None
    assert after.whole
    assert (after.fits, after.misfit) == (before.fits, None)
    assert after.verdict.head == before.verdict.head
