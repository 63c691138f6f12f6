"""The programme in the community file: what it says, and every mistake with its cure."""

from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction

import pytest

from config.community import parse
from config.presets import preset
from config.programme import DisclosingRow
from governance.programme import (
    Content,
    Counted,
    Disclosing,
    DueDay,
    Kind,
    Occasion,
    Privacy,
    Template,
)
from tests.config.example import TEXT, check_named

LEDGER, POLICY, PROJECTS = "disclosures.ledger", "disclosures.policy", "disclosures.projects"
RULE = 'rule = "FREQ=MONTHLY;BYMONTHDAY=1"'
SINCE = "since = 2026-01-01"
OFFICER = 'drafter = "he"'
EVENT = 'template = "policy"\noccasion = "event"'
MISTAKEN = [
    # code, changes, place, a part of the cure
    ("bad-rule", [(RULE, 'rule = "monthly"')], f"{LEDGER}.rule", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("bad-rule", [(RULE, 'rule = "FREQ=MONTHLY;COUNT=3"')], f"{LEDGER}.rule", "without an end"),
    ("rule-missing", [(f"{RULE}\n", "")], f"{LEDGER}.rule", "FREQ=MONTHLY"),
    ("since-missing", [(f"{SINCE}\n{RULE}", RULE)], f"{LEDGER}.since", "2026-01-01"),
    (
        "until-before-since",
        [(f"{SINCE}\n{RULE}", f"{SINCE}\nuntil = 2025-12-31\n{RULE}")],
        f"{LEDGER}.until",
        "a later day",
    ),
    ("rule-without-calendar", [(EVENT, f"{EVENT}\n{RULE}")], f"{POLICY}.rule", "calendar"),
    (
        "stage-without-project",
        [('template = "policy"', 'template = "stage"')],
        f"{POLICY}.occasion",
        "a project alone",
    ),
    (
        "stage-without-project",
        [('occasion = "project"', 'occasion = "event"')],
        f"{PROJECTS}.occasion",
        "both, or neither",
    ),
    (
        "beneficiaries-named",
        [('privacy = "numbers"', 'privacy = "named"')],
        "disclosures.beneficiaries.privacy",
        "N06",
    ),
    (
        "party-without-account",
        [('drafter = "chen"', 'drafter = ""')],
        "disclosures.party.drafter",
        "authorised officer",
    ),
    (
        "drafter-approves",
        [(OFFICER, f'{OFFICER}\napprover = "he"')],
        f"{LEDGER}.approver",
        "another",
    ),
    ("lacks-offices", [(OFFICER, 'drafter = "wu"')], f"{LEDGER}.drafter", "somebody who does"),
    (
        "lacks-offices",
        [(OFFICER, f'{OFFICER}\napprover = "wang"')],
        f"{LEDGER}.approver",
        "somebody who does",
    ),
    ("unknown-officer", [(OFFICER, 'drafter = "hee"')], f"{LEDGER}.drafter", 'is "he"'),
    ("not-one-of", [('kind = "finance"', 'kind = "money"')], f"{LEDGER}.kind", "finance"),
    ("too-small", [("due = { days = 10 }", "due = { days = 0 }")], f"{LEDGER}.due.days", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes", "where", "cure"), MISTAKEN)
def test_a_mistake_of_the_programme_is_named_with_its_place_and_cure(code, changes, where, cure):
    check_named(code, changes, where, cure)


def test_the_numbers_are_those_of_the_file():
    own = {"large": "large_yuan", "jump": "jump_percent"}
    own |= {"plain": "plain_percent", "enough": "plain_answers"}
    assert set(DisclosingRow.model_fields) == {
        own.get(each.name, each.name) for each in fields(Disclosing)
    }
    other = TEXT.replace("large_yuan = 1000 ", "large_yuan = 5000 ").replace(
        "jump_percent = 30 ", "jump_percent = 50 "
    )
    other = other.replace("plain_percent = 60 ", "plain_percent = 75 ").replace(
        "plain_answers = 5 ", "plain_answers = 9 "
    )

    found = parse(other, "our.toml").disclosing

    assert parse(TEXT, "our.toml").disclosing == Disclosing()
    assert (found.large, found.jump) == (500_000, Fraction(1, 2))
    assert (found.plain, found.enough) == (Fraction(3, 4), 9)
    assert found.window == timedelta(days=1)


def test_an_item_is_read_whole():
    text = TEXT.replace(
        OFFICER,
        f'{OFFICER}\nuntil = 2030-12-31\nchats = ["building"]\nsubscribers = false\nkeep = "400d"',
        1,
    ).replace("due = { days = 10 }", 'due = { days = 8, counted = "working" }', 1)

    ledger = parse(text, "our.toml").item("ledger")

    assert (ledger.kind, ledger.content, ledger.template) == (
        Kind.FINANCE, Content.SPENDING, Template.LEDGER,
    )  # fmt: skip
    assert (ledger.since, ledger.until) == (date(2026, 1, 1), date(2030, 12, 31))
    assert ledger.due == DueDay(days=8, counted=Counted.WORKING)
    assert (ledger.drafter, ledger.approver, ledger.privacy) == ("he", "", Privacy.NAMED)
    assert (ledger.chats, ledger.subscribers) == (("building",), False)
    assert ledger.keep == timedelta(days=400)
    assert parse(text, "our.toml").item("moon") is None


@pytest.mark.parametrize(("name", "kind"), [("urban", Kind.RESIDENTS), ("rural", Kind.VILLAGE)])
def test_a_preset_has_a_whole_programme(name, kind):
    community = parse(preset(name), name)

    assert {i.template for i in community.disclosures} == set(Template)
    # common income is spent by resolution alone, in towns as in villages
    assert [i.kind for i in community.disclosures if i.template is Template.USE] == [Kind.FINANCE]
    assert {i.content for i in community.disclosures} == set(Content)
    assert {i.occasion for i in community.disclosures} == set(Occasion)
    assert {i.kind for i in community.disclosures} == {kind, Kind.FINANCE, Kind.PARTY}
    assert all(set(i.names) == {"zh-CN", "en"} for i in community.disclosures)
