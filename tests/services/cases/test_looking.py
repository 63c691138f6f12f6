import pytest

from governance.cases import CaseAction
from governance.notices import Address
from governance.refusals import Refusal
from services.cases import collecting, looking
from services.hearing import Asked
from tests.services.town import AT, CHEN, GROUP, LI, LIU, SAID, SUN, WANG, WU, ZHANG, ZHOU

PUBLIC = {"case", "number", "category", "status", "owner", "grid", "finish_by", "known"}


def asked(chat, message=9):
    return Asked(chat=chat, message=message)


@pytest.mark.parametrize(
    ("person", "where", "key"),
    [
        (LI, GROUP, "status"),
        (LI, LI, "status-whole"),
        (WANG, WANG, "status-whole"),
        (CHEN, CHEN, "status-whole"),
        (WU, WU, "status-whole"),
        (ZHOU, ZHOU, "status-whole"),
        (SUN, SUN, "status-whole"),
        (LIU, LIU, "status"),
        (WANG, GROUP, "status"),
        (ZHANG, ZHANG, "status"),
        (ZHANG, GROUP, "status"),
    ],
)
def test_only_its_own_people_read_the_whole_and_only_in_private(working, person, where, key):
    working.do(person, looking.status, 1, asked(where))

    assert working.told() == [(key, where)]


@pytest.mark.parametrize(
    ("person", "key"), [(WANG, "history-whole"), (ZHOU, "history-whole"), (LIU, "history")]
)
def test_a_worker_reads_the_whole_record_of_his_own_grids_only(working, person, key):
    working.do(person, looking.history, 1, asked(person))
    told = working.told()
    working.do(person, looking.record, 1)

    assert told == working.told() == [(key, person)]


def test_a_worker_of_another_grid_is_sent_no_file(working):
    with pytest.raises(Refusal) as refused:
        working.do(LIU, collecting.show, 1)

    assert refused.value.key == "refusal-not-yours"


def test_a_sentence_about_a_case_names_neither_its_text_nor_its_reporter(working):
    """N21: the group reads number, class, state, owner and promise, and no more."""
    working.do(ZHANG, looking.status, 1, asked(GROUP))

    facts = working.facts("status")
    assert set(facts) == PUBLIC
    assert (facts["owner"], facts["status"], facts["grid"]) == ("王师傅", "in-progress", "二网格")


@pytest.mark.parametrize(("person", "key"), [(ZHANG, "status-closed"), (LI, "status-whole")])
def test_of_a_closed_case_less_is_said(finished, person, key):
    finished.act(LI, CaseAction.CONFIRM)

    finished.do(person, looking.status, 1, asked(person))

    assert finished.told()[0][0] == key


def test_an_answer_stands_under_the_question_in_a_group_only(working):
    assert asked(GROUP).address == Address(chat=GROUP, reply_to=9)
    assert asked(LI).address == Address(chat=LI)


@pytest.mark.parametrize(
    ("number", "key"), [(0, "refusal-number"), (-1, "refusal-number"), (404, "refusal-no-case")]
)
def test_a_number_that_is_none_is_refused(town, number, key):
    with pytest.raises(Refusal) as refused:
        town.do(LI, looking.status, number, asked(LI))

    assert refused.value.key == key


@pytest.mark.parametrize(("where", "reachable"), [(LI, None), (LI, False), (GROUP, True)])
def test_own_reports_are_listed_in_private_only(town, where, reachable):
    town.report()
    town.report(ZHANG, message=8)
    town.report(text="三号楼电梯又停运了，老人下不来", message=9)
    if reachable is not None:
        with town.work(LI) as work:
            work.people.reach(LI, reachable=reachable)

    town.do(LI, looking.mine, asked(where))

    [told] = town.deliveries()
    assert (told.key, told.address, told.reader) == ("my-cases", Address(chat=LI), LI)
    assert told.facts == {"cases": "3,1"}


@pytest.mark.parametrize("reachable", [None, False])
def test_who_never_came_is_pointed_to_private_for_his_own_reports(town, reachable):
    if reachable is not None:
        with town.work(LI) as work:
            work.people.reach(LI, reachable=reachable)

    town.do(LI, looking.mine, asked(GROUP))

    [told] = town.deliveries()
    assert (told.key, told.address.chat, told.facts) == ("come-private", GROUP, {"token": "my"})


def test_open_reports_are_listed_before_closed_ones(town):
    for message in range(1, 4):
        town.report(text=f"{SAID}第{message}回", message=message)
    town.act(LI, CaseAction.WITHDRAW, 3)

    town.do(LI, looking.mine, asked(LI))

    assert town.facts("my-cases") == {"cases": "2,1,3"}


def test_who_reported_nothing_reads_an_empty_list(town):
    town.do(LI, looking.mine, asked(LI))

    assert town.facts("my-cases") == {"cases": ""}


def test_an_edited_report_keeps_both_texts(town):
    town.report()

    town.do(LI, looking.revised, GROUP, 7, "四号楼电梯坏了")

    with town.work(0) as work:
        kept = (work.cases.get(1).text, list(work.cases.revisions(1)))
    assert kept == ("三号楼电梯坏了两天没人修", ["四号楼电梯坏了"])
    assert (town.told(), town.audit()) == ([("worksheet:1:wang:1", WANG)], ["revise"])


@pytest.mark.parametrize(("person", "message"), [(ZHANG, 7), (LI, 8)])
def test_an_edit_of_another_message_or_by_another_changes_nothing(town, person, message):
    town.report()

    town.do(person, looking.revised, GROUP, message, "四号楼电梯坏了")

    with town.work(0) as work:
        assert list(work.cases.revisions(1)) == []
    assert (town.told(), town.audit()) == ([], [])


def test_the_steps_taken_are_written_down_in_order(finished):
    assert finished.passages() == [
        ("admit", "", ""),
        ("dispatch", "", ""),
        ("accept", "wang", ""),
        ("finish", "wang", "换了零件"),
    ]
    with finished.work(0) as work:
        assert {p.at for p in work.cases.passages(1)} == {AT}
