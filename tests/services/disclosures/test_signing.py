"""Nobody signs what is not there yet, nobody signs his own, and what was signed goes out."""

from dataclasses import replace

import pytest

from governance.dialogues import DialogueStatus
from governance.disclosures import freezing as rules
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import NotAllowed, Refusal
from services.disclosures import looking, signing, telling
from storage.alarms import ALARMS
from storage.roll import Roll
from tests.services.disclosures.accounts import (
    DAY,
    MARCH,
    approved,
    drafted,
    draw,
    edition_of,
    ledger,
    line,
    owes,
    papers,
    published,
    spoil,
    submitted,
)
from tests.services.town import AT, CHEN, HE, LI, WANG, WU

A, S = EditionAction, EditionStatus


def test_nothing_is_submitted_before_every_part_lies_there(town):
    edition = drafted(town)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    assert town.fresh() == [("edition-drawing", WANG)]
    assert edition_of(town, edition.id).status is S.DRAFT

    draw(town)
    town.ring("edition_drawn")

    found = edition_of(town, edition.id)
    assert found.status is S.IN_REVIEW
    digests = {rules.Part(part): paper.digest for part, paper in papers(town).items()}
    assert found.digest == rules.digest(digests) != ""
    assert found.serial == "2026-001"
    cards = {(f"edition-review:1:{reader}:0", reader) for reader in (CHEN, HE)}
    assert cards <= set(town.fresh())
    assert town.fresh().count(("edition-file", CHEN)) == 3


def test_the_worksheet_says_where_an_edition_stands(town):
    edition = drafted(town)
    town.do(WANG, telling.worksheet, edition, WANG)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")

    assert edition_of(town, edition.id).status is S.IN_REVIEW
    assert (f"disclosure-work:{edition.id}:{WANG}", WANG) in town.told()


def test_a_part_that_lacks_leaves_no_digest():
    assert rules.digest(dict.fromkeys(rules.Part, "x")) != ""
    assert rules.digest({part: "x" for part in rules.Part if part is not rules.Part.BOOK}) == ""


def test_with_a_problem_nothing_is_drawn(town):
    edition = drafted(town, replace(ledger(), closing=1))
    with pytest.raises(Refusal, match="refusal-edition-problems"):
        town.do(WANG, signing.press, edition.id, A.SUBMIT)

    assert papers(town) == {}


def test_what_changes_while_it_is_drawn_is_not_submitted(town):
    edition = drafted(town)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    with town.work(0) as work:
        work.disclosures.write(edition.id, {**work.disclosures.content(1), "closing": 1})
    draw(town)
    town.ring("edition_drawn")

    assert edition_of(town, edition.id).status is S.DRAFT
    assert ("edition-changed", WANG) in town.fresh()


def test_a_drafter_who_left_office_meanwhile_submits_nothing(town):
    edition = drafted(town)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.community = replace(
        town.community,
        officers=tuple(o for o in town.community.officers if o.key != "wang"),
    )
    town.roll = Roll(town.community, town.id)
    town.ring("edition_drawn")

    assert edition_of(town, edition.id).status is S.DRAFT


def test_what_cannot_be_drawn_is_said_to_whoever_waits(town):
    edition = drafted(town)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    town.ring("edition_undrawn")

    assert ("edition-undrawn", WANG) in town.fresh()
    assert edition_of(town, edition.id).status is S.DRAFT


def test_what_was_drawn_in_time_is_not_complained_of(town):
    submitted(town)
    town.ring("edition_undrawn")

    assert "edition-undrawn" not in {key for key, _ in town.told()}


def test_drawn_twice_it_is_submitted_once(town):
    edition = drafted(town)
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    town.now += DAY / 24 / 60
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    for _ in range(10):
        town.ring("edition_drawn")

    with town.work(0) as work:
        assert [p.action for p in work.disclosures.passages(edition.id)] == [A.SUBMIT]


def test_only_whoever_writes_the_item_submits_it(town):
    edition = drafted(town)
    for person in (LI, CHEN, WU):
        with pytest.raises(NotAllowed):
            town.do(person, signing.press, edition.id, A.SUBMIT)


def test_nobody_signs_what_he_wrote(town):
    owes(town, drafter="chen")
    edition = drafted(town, drafters=("wang", "chen"))
    town.do(CHEN, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")

    with pytest.raises(NotAllowed, match="refusal-conflicted"):
        town.do(CHEN, signing.press, edition.id, A.APPROVE)
    assert town.do(HE, signing.press, edition.id, A.APPROVE).approved_by == "he"


@pytest.mark.parametrize("person", [LI, WANG, WU])
def test_only_the_committee_signs(town, person):
    edition = submitted(town)
    with pytest.raises(NotAllowed):
        town.do(person, signing.press, edition.id, A.APPROVE)


def test_supervision_sees_what_was_signed_and_has_its_time(town):
    edition = approved(town)

    assert edition.checked_until == AT + DAY
    assert edition.signed == edition.digest
    assert (f"edition-review:1:{WU}:0", WU) in town.fresh()
    assert ("edition_publish", AT + DAY) in town.dues()


def test_other_bytes_are_not_signed(town):
    edition = submitted(town)
    spoil(town)
    with pytest.raises(Refusal, match="refusal-edition-other"):
        town.do(CHEN, signing.press, edition.id, A.APPROVE)


@pytest.mark.parametrize(("person", "action"), [(CHEN, A.SEND_BACK), (WU, A.OBJECT)])
def test_it_is_sent_back_with_a_reason(town, person, action):
    edition = submitted(town)
    talk = town.do(person, signing.press, edition.id, action)
    assert talk.status is DialogueStatus.OPEN
    town.say(person, "第2条看不明白")

    found = edition_of(town, edition.id)
    assert (found.status, found.digest) == (S.DRAFT, "")
    assert ("edition-returned", WANG) in town.fresh()
    assert town.facts("edition-returned")["note"] == "第2条看不明白"


def test_after_the_signature_whoever_signed_hears_of_an_objection_too(town):
    edition = approved(town)
    town.do(WU, signing.press, edition.id, A.OBJECT)
    town.say(WU, "第2条看不明白")

    assert {c for k, c in town.fresh() if k == "edition-returned"} == {WANG, CHEN}
    town.ring("edition_publish")
    assert edition_of(town, edition.id).published_at is None


def test_what_is_signed_anew_waits_its_own_time(town):
    edition = approved(town)
    town.do(WU, signing.press, edition.id, A.OBJECT)
    town.say(WU, "再核对")
    town.now += DAY / 4
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, edition.id, A.APPROVE)
    town.ring("edition_publish")
    assert edition_of(town, edition.id).published_at is None

    town.ring("edition_publish")
    assert edition_of(town, edition.id).published_at == AT + DAY * 5 / 4


def test_a_step_that_is_none_of_these_is_refused(town):
    edition = drafted(town)
    with pytest.raises(NotAllowed):
        town.do(WANG, signing.press, edition.id, A.BEGIN)


def test_without_anybody_to_sign_the_operator_hears(town):
    edition = drafted(town, drafters=("wang", "chen", "he"))
    town.do(WANG, signing.press, edition.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")

    with town.engine.begin() as connection:
        assert ("unheld", "edition:1") in [
            (row.key, row.what) for row in connection.execute(ALARMS.select())
        ]


def test_each_step_stands_in_the_record(town):
    edition = published(town, ledger(line(1, 100)))
    with town.work(0) as work:
        steps = [(p.action, p.officer) for p in work.disclosures.passages(edition.id)]
    assert steps == [(A.SUBMIT, "wang"), (A.APPROVE, "chen"), (A.PUBLISH, "")]
    # the clock submits once all is drawn, and it is the drafter's doing all the same
    assert "edition-submit" in town.audit_of(WANG)
    assert "edition-approve" in town.audit_of(CHEN)


def test_what_is_empty_is_not_submitted(town):
    owes(town)
    edition = Edition(item="ledger", period=MARCH, status=S.DRAFT, drafters=("wang",))
    with town.work(0) as work:
        edition = work.disclosures.add(edition)
    with pytest.raises(Refusal, match="refusal-edition-empty"):
        town.do(WANG, signing.press, edition.id, A.SUBMIT)


def test_whoever_must_sign_has_the_signing_card_again_from_the_worksheet(town):
    edition = submitted(town)
    card, own = "edition-review:1:{0}:0", "disclosure-work:1:{0}"
    for by, signs in ((CHEN, True), (WU, True), (WANG, False)):
        town.do(by, looking.show, edition.id)
        had = town.fresh()
        assert (own.format(by), by) in had
        assert ((card.format(by), by) in had) is signs
        assert had.count(("edition-file", by)) == 3 * signs

    town.do(CHEN, signing.press, edition.id, A.APPROVE)
    for by, signs in ((CHEN, False), (WU, True)):
        town.do(by, looking.show, edition.id)
        assert ((card.format(by), by) in town.fresh()) is signs
