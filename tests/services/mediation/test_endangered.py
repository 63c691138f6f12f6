"""A yes or a word of danger does not wait for the end of the form (C02)."""

import pytest

from governance.mediation import DisputeType
from services import talks
from tests.services.mediation.people import (
    DANGER,
    WORDS,
    ZHENG,
    act,
    answer,
    answer_all,
    begin,
    dispute,
    name_all,
    press,
    say,
    tap,
)
from tests.services.town import CHEN, HE, LI

MARK = "拿刀在门口等我"


def alerted(town):
    return {chat for key, chat in town.fresh() if key.startswith("danger:")}


@pytest.mark.parametrize("question", ["threat", "injury", "weapon", "frail"])
def test_any_yes_shows_the_numbers_at_once_and_opens_a_flagged_dispute(town, question):
    talk = answer_all(town, LI, begin(town), until=question)

    tap(town, LI, talk, question, "yes")

    assert town.told() == [("dialogue:1", LI), ("dispute-danger", LI)]
    [numbers] = [d for d in town.deliveries() if d.key == "dispute-danger"]
    assert numbers.priority == 0
    assert (dispute(town).flagged, dispute(town).declared) == (True, False)
    assert town.audit() == ["raise"]
    assert ("undeclared", dispute(town).at.replace(minute=3)) in town.dues()


def test_words_of_danger_do_not_wait_for_their_question(town):
    talk = begin(town)

    say(town, LI, talk, MARK, DANGER)

    assert ("dispute-danger", LI) in town.told()
    assert (dispute(town).flagged, dispute(town).text) == (True, MARK)
    assert town.talk(talk).text("text") == MARK


def test_words_of_danger_with_the_command_count_too(town):
    begin(town, text=MARK, reading=DANGER)

    assert ("dispute-danger", LI) in town.told()
    assert dispute(town).text == MARK


def test_words_of_danger_where_words_are_wanted_alert_those_who_are_no_party(town):
    talk = answer_all(town, LI, begin(town), until="text", involved=("zheng", "chen"))

    say(town, LI, talk, MARK, DANGER)

    assert alerted(town) == {HE, 2006}
    assert dispute(town).text == MARK
    assert town.talk(talk).text("text") == MARK


def test_a_second_word_of_danger_changes_nothing_while_the_flag_stands(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")

    say(town, LI, talk, MARK, DANGER)

    assert "dispute-danger" not in {key for key, _ in town.told()}
    assert dispute(town).raised == 1


def test_a_word_of_danger_after_the_flag_was_lowered_puts_it_up_again(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    answer(town, LI, talk, "involved", ())
    act(town, ZHENG, "lower", "已到场，没有危险")

    say(town, LI, talk, MARK, DANGER)

    assert (dispute(town).flagged, dispute(town).raised) == (True, 2)


def test_a_word_of_danger_about_a_closed_dispute_opens_nothing(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    answer(town, LI, talk, "involved", ())
    act(town, ZHENG, "lower", "没有危险")
    press(town, LI, "withdraw")

    say(town, LI, talk, MARK, DANGER)

    assert (dispute(town).flagged, dispute(town).text) == (False, "")


def test_the_parties_once_named_the_alarm_goes_to_the_others_at_once(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")

    name_all(town, involved=("zheng",), kin=("chen",))

    assert alerted(town) == {HE, 2006}
    assert dispute(town).called == ("ma", "he")


def test_a_flagged_dispute_grows_with_every_answer(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    name_all(town)

    answer(town, LI, talk, "building", "b3")

    assert dispute(town).building == "b3"
    assert any(key.startswith("danger:") for key, _ in town.told())


def test_an_answer_that_says_nothing_new_draws_no_card_anew(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    name_all(town)

    tap(town, LI, talk, "building", "elsewhere")

    assert town.told() == [("dialogue:1", LI)]


def test_a_flagged_dispute_is_completed_by_the_last_tap_and_stays_one(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")

    done = tap(town, LI, answer_all(town, LI, talk), talks.SUBMIT)

    assert (done.id, done.flagged, done.text) == (1, True, WORDS)
    assert ("dispute:1:chen:" + str(done.version), CHEN) in town.fresh()


def test_a_dispute_already_begun_with_is_not_handed_over_again(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    answer_all(town, LI, talk)
    press(town, CHEN, "ask-consent")

    tap(town, LI, talk, talks.SUBMIT)

    assert CHEN not in {chat for _, chat in town.fresh()}


def test_where_somebody_is_in_danger_the_subject_does_not_matter(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")

    answer_all(town, LI, talk, type="elections")

    assert dispute(town).type is DisputeType.ELECTIONS
