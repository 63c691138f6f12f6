"""A month's rates with their counts; what few understood becomes a task (G17)."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from governance.disclosures.readers import Understood
from services.disclosures import counting, reading
from tests.services.disclosures.accounts import corrected, published
from tests.services.disclosures.programmes import planned
from tests.services.disclosures.questions import answer, ask
from tests.services.joining import asks, verified
from tests.services.town import CHEN, HE, LI, WANG, WU, ZHANG

YES, NO = Understood.YES, Understood.NO
PEOPLE = (LI, ZHANG, 6001, 6002, 6003)
REWRITE = (f"edition-rewrite:1:{WANG}", WANG)


def say(town, *words):
    for person, said in zip(PEOPLE, words, strict=False):
        town.do(person, reading.say, 1, said)


def rates(town):
    [found, *_] = [d.facts for d in town.deliveries() if d.key == "edition-rates"]
    return dict(found)


def test_a_month_is_told_with_its_counts_to_both_powers(town):
    published(town)
    for person in PEOPLE[:2]:
        verified(town, person)
    asks(town, PEOPLE[2])  # nobody has verified this home: its silence is not counted
    say(town, YES)
    town.do(CHEN, reading.say, 1, NO)
    ask(town, LI)
    answer(town)
    ask(town, ZHANG, line="2")
    town.ring("edition_rates")

    assert town.now == datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert rates(town) == {
        "year": 2026,
        "month": 11,
        "editions": 1,
        "yes": 1,
        "no": 1,
        "silent": 0,
        "asked": 2,
        "in_time": 1,
        "late": 1,
        "open": 0,
    }
    told = {chat for key, chat in town.fresh() if key == "edition-rates"}
    assert told >= {CHEN, HE, WU}
    assert LI not in told


def test_what_stands_shown_is_counted_until_now(town):
    edition = published(town)
    verified(town)
    verified(town, ZHANG)
    say(town, YES)
    ask(town, ZHANG)
    with town.work(0) as work:
        found = counting.standing(work, [edition], town.now)

    assert (found.editions, found.yes, found.no, found.silent) == (1, 1, 0, 1)
    assert (found.asked, found.open) == (1, 1)


def test_a_month_in_which_nothing_came_back_is_told_too_and_its_editions_once(town):
    published(town)
    town.ring("edition_rates")
    town.do(LI, reading.say, 1, YES)
    town.ring("edition_rates")  # of December, in which it was only read

    assert (rates(town)["month"], rates(town)["editions"], rates(town)["yes"]) == (12, 1, 1)


def test_a_month_is_told_once(town):
    published(town)
    say(town, YES, NO)

    assert [verb for verb, _ in town.dues()].count("edition_rates") == 1


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ((YES, YES, NO, NO, NO), True),
        ((YES, YES, YES, NO, NO), False),  # three of five is enough
        ((NO, NO, NO, NO), False),  # too few to say anything
    ],
)
def test_what_few_understood_is_to_be_written_anew(town, words, task):
    published(town)
    say(town, *words)
    town.ring("edition_rates")

    assert (REWRITE in town.fresh()) is task


def test_what_counts_as_few_stands_in_the_file(town):
    numbers = replace(town.community.disclosing, enough=2, plain=Fraction(9, 10))
    published(town)
    planned(town, disclosing=numbers)
    say(town, YES, NO)
    town.ring("edition_rates")

    assert REWRITE in town.fresh()


def test_what_is_written_anew_already_is_no_task(town):
    edition = published(town)
    say(town, NO, NO, NO, NO, NO)
    corrected(town, edition)
    town.ring("edition_rates")

    assert REWRITE not in town.fresh()
