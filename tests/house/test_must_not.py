"""N01 to N25 of the mission, each held by a test, or said to be out of reach and why."""

import re

import pytest
from sqlalchemy import select

from governance.cases import CLOSED, LIFECYCLE, CaseAction
from governance.directory import Role
from governance.grants import LIFECYCLE as POSTS
from governance.grants import GrantStatus
from governance.powers import POWER_OF, POWERS, Power, Verb
from handlers.routes import COMMANDS
from services.cases import looking
from services.hearing import Asked
from storage.cases import CASES
from storage.database import METADATA
from storage.directory import PEOPLE
from tests.house.scan import ROOMS, ROOT, literals
from tests.house.words import WORDS
from tests.services.town import GROUP, HE, LI, WANG, ZHANG

CHINESE = {key: parts.text for key, parts in WORDS["zh-CN"].items()}
API = re.compile(
    r"(?:get|set|send|edit|answer|delete|ban|unban|kick|restrict|promote|pin|unpin|copy|forward|create|close|reopen|stop|leave|approve|decline)[A-Z]\w+"
)

# What the bot cannot do at all yet: no command, button, alarm or table leads there. The issue that
# builds the thing builds the test; until then these words must lead nowhere.
OUT_OF_REACH = {
    "N02": "of the party only the day and conclusion of a study are kept (E11)",
    "N04": "nothing is counted, scored or deducted for anybody",
    "N13": "no paper is issued: what the bot gives are links and a file with one's own data",
    "N15": "no money is handled: no method of payment is ever called",
    "N17": "no order is given to residents: there is no such message",
    "N18": "nobody's work is scored: there is no rating yet",
    "N23": "there is no disclosure whose figures could be changed",
}


GATE_E11 = {"topics.party_studied", "topics.party_conclusion"}
# the step that names the party members' meeting: a day, heads and a conclusion, no minutes (E13)
STEP_E13 = {"fourstep-step-examine", "form-fourstep"}
# headings by which a column of accounts that were paid long ago is known (G01)
PAID_G01 = {"drafting-column-payee"}


def tables_and_columns():
    return {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
    }


def test_n01_no_post_comes_from_a_count_of_votes():
    """Posts are taken up by invitation and a second person; no verb elects or recalls."""
    into_office = [s for s in POSTS.steps if s.target is GrantStatus.ACTIVE]
    by = frozenset().union(*(s.by for s in into_office))

    assert by <= {Role.COMMITTEE, Role.SUPERVISION, Role.OPERATOR, Role.TOWNSHIP}
    assert not any(re.search(r"elect", name) for name in tables_and_columns())
    assert not any(re.search("选举产生|罢免", text) for text in CHINESE.values())
    for room in ("governance", "services", "storage"):
        posts = [f for f in (ROOT / room).rglob("*.py") if re.search(r"grants|seats", str(f))]
        assert posts
        assert not any(re.search("ballot|votes", file.read_text()) for file in posts)


@pytest.mark.parametrize(
    ("rule", "columns", "words"),
    [
        ("N02", r"party_", "党员|党费|党内"),
        ("N04", r"points|score|fine|dividend", "扣分|罚款|扣款|通报批评"),
        ("N13", r"certificate", "特此证明|盖章有效"),
        ("N15", r"amount|fee|price|payment", "请付款|转账给|收款"),
        ("N17", r"quarantine|restriction", "不得外出|禁止出门"),
        ("N18", r"rating|appraisal|ranking", "考核得分|绩效|排名"),
    ],
)
def test_out_of_reach_is_what_has_no_table_and_no_words(rule, columns, words):
    assert OUT_OF_REACH[rule]
    assert {name for name in tables_and_columns() if re.search(columns, name)} <= GATE_E11
    assert {k for k, text in CHINESE.items() if re.search(words, text)} <= STEP_E13 | PAID_G01


def test_n03_a_poll_says_in_every_language_that_it_decides_nothing():
    """It is sent from one place, which nothing but the view of a survey can reach."""
    advisory = {"zh-CN": "征求意见，不是决议", "en": "not a decision"}
    asked = {name: words["survey-question"].text for name, words in WORDS.items()}
    told = {name: words["survey-label"].text for name, words in WORDS.items()}
    sent = {where.split(":")[0] for where, text in literals(ROOMS) if text == "sendPoll"}

    assert sent == {"bot/wire.py"}
    polled = [p for p in (ROOT / "handlers").rglob("*.py") if "poll=" in p.read_text("utf-8")]
    assert {p.relative_to(ROOT).as_posix() for p in polled} == {
        "handlers/meetings.py",
        "handlers/views/meetings/told.py",
    }
    assert all(advisory[name] in question for name, question in asked.items())
    assert "不是决议" in told["zh-CN"]
    assert "decides nothing" in told["en"]


def test_n15_n10_the_bot_calls_no_method_that_charges_or_moderates():
    """The bot asks, tells, and keeps its own messages: it moderates nobody (N10)."""
    forbidden = r"sendInvoice|sendGame|\w*(?:ban|restrict|promote|decline|approve|kick)\w*"

    methods = {text for _, text in literals(("bot", "handlers")) if API.fullmatch(text)}

    assert {m for m in methods if re.fullmatch(forbidden, m, re.IGNORECASE)} == set()
    assert {"sendMessage", "editMessageText", "answerCallbackQuery"} <= methods


def test_n07_nothing_labels_a_person():
    """A new column of a person must be named here, and be no label, score or flag."""
    assert {c.name for c in PEOPLE.columns} <= {
        "id",
        "name",
        "language",
        "chosen",
        "reachable",
        "pseudonym",
        "consented_at",
        "consent_version",
        "digest_muted",
    }
    flags = {name for name in tables_and_columns() if re.search(r"flag|label|risk|tag", name)}
    assert {name.split(".")[0] for name in flags} <= {"disputes"}


def test_n08_nothing_is_for_correction_or_the_police():
    """No category, type or sentence takes in what belongs to the authorities."""
    example = (ROOT / "config" / "community.example.toml").read_text(encoding="utf-8")
    said = [*CHINESE.values(), example]

    assert [t for t in said if re.search("社区矫正|刑满|前科|涉黑|重点人员|精神障碍", t)] == []


def test_n20_no_result_is_shown_without_its_limits():
    """Roll, turnout, method and entered votes stand with every result, by the one view of it."""
    needed = {"roll", "there"}
    for words in WORDS.values():
        assert needed <= words["ballot-turnout-heads"].variables
        assert {"count", "share"} <= words["ballot-entered"].variables
    shown = (ROOT / "handlers" / "views" / "ballots").glob("*.py")
    tellers = [f.name for f in shown if "ballot-verdict-" in f.read_text(encoding="utf-8")]
    assert tellers == ["results.py"]


def test_n22_nothing_is_kept_about_a_child():
    """No store has room for an age, a birthday or a school."""
    words = {w for name in tables_and_columns() for w in name.split(".")[1].split("_")}

    assert words & {"age", "birth", "birthday", "child", "minor", "school", "guardian"} == set()


def test_n14_the_township_commands_no_worker_and_runs_no_ballot():
    """Government roles answer and receive; no step of a case is theirs (D17)."""
    assert [s.action for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by] == []
    held = {verb for verb, roles in POWERS.items() if Role.TOWNSHIP in roles}
    assert {POWER_OF[verb] for verb in held} <= {Power.WITNESS, Power.SELF}


def test_n19_nothing_is_refused_closed_or_merged_without_a_named_human_and_a_reason():
    """The clock may only note that nobody answered; whoever refuses says why."""
    closing = [s for s in LIFECYCLE.steps if s.target in CLOSED]
    by_clock = {s.action for s in closing if Role.CLOCK in s.by}
    reporters = {CaseAction.CONFIRM, CaseAction.SETTLE_PART, CaseAction.WITHDRAW}
    unexplained = {s.action for s in closing if not s.reason and Role.CLOCK not in s.by}

    assert by_clock <= {CaseAction.LAPSE, CaseAction.CLOSE}
    # whoever countersigns signs the reason that the other gave (A15)
    assert unexplained <= reporters | {CaseAction.COUNTERSIGN}


def test_n21_a_group_and_a_stranger_read_nothing_that_leads_to_the_reporter(town):
    town.report(text="三号楼电梯坏了两天没人修，我家老人下不了楼")
    for asker, chat in ((ZHANG, GROUP), (ZHANG, ZHANG), (LI, GROUP), (HE, GROUP)):
        town.do(asker, looking.status, 1, Asked(chat=chat, message=9))

        facts = [d.facts for d in town.deliveries() if d.key.startswith("status")]

        assert facts
        assert all("老人" not in str(f) and str(LI) not in str(f) for f in facts)


def test_n24_what_was_said_and_done_is_never_overwritten(town):
    """A correction stands beside the first words; steps and audit only grow."""
    town.report()
    town.do(LI, looking.revised, chat=GROUP, message=7, text="是四号楼")

    with town.work(0) as work:
        assert work.cases.get(1).text == "三号楼电梯坏了两天没人修"
        assert list(work.cases.revisions(1)) == ["是四号楼"]
        statement = select(CASES.c.text)
        assert work.connection.execute(statement).scalars().all() == ["三号楼电梯坏了两天没人修"]


def test_n25_a_worker_finishes_with_two_taps_and_a_photo(town):
    """No form is asked of him besides the proof."""
    town.report()
    town.press(WANG, CaseAction.ACCEPT)
    town.press(WANG, CaseAction.FINISH)
    town.say(WANG, photo="p1")

    assert town.case().status == "done-reported"


def test_every_verb_has_a_power_and_deciding_is_nobodys():
    assert POWER_OF.keys() == POWERS.keys() == set(Verb)
    assert [v for v in Verb if POWER_OF[v] is Power.DECIDE and POWERS[v]] == []


def test_no_command_is_for_what_the_bot_must_not_do():
    names = {c.name for c in COMMANDS}
    forbidden = {
        "vote",
        "elect",
        "punish",
        "fine",
        "pay",
        "ban",
        "mute",
        "kick",
        "rank",
        "score",
        "track",
    }

    assert names & forbidden == set()


@pytest.mark.parametrize("rule", [f"N{n:02}" for n in range(1, 26)])
def test_every_rule_has_its_place(rule):
    """Each rule is named by a test of this file or of the list of those beside it."""
    here = {name[5:8].upper() for name in globals() if re.match(r"test_n\d\d", name)}
    also = {m.upper() for name in globals() for m in re.findall(r"n\d\d", name)}

    assert rule in here | also | OUT_OF_REACH.keys() | ELSEWHERE.keys()


# rules whose tests stand where the thing is built
GATE, OVERHEARING = "house/test_gate.py", "bot/test_overhearing.py"
WAYS, ENDANGERED = "handlers/test_mediation_ways.py", "services/mediation/test_endangered.py"
ELSEWHERE = {
    "N05": (GATE, "nothing_private_passes_in_any_sentence_that_the_house_can_say"),
    "N06": (GATE, "nothing_private_passes_the_gate"),
    "N09": (OVERHEARING, "no_table_ever_holds_a_word_that_was_not_for_the_bot"),
    "N11": (WAYS, "every_card_names_the_other_ways"),
    "N12": (
        "governance/mediation/test_advance.py",
        "the_clock_refers_withdraws_and_lowers_nothing",
    ),
    "N16": (ENDANGERED, "any_yes_shows_the_numbers_at_once_and_opens_a_flagged_dispute"),
}


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_a_test_that_stands_elsewhere_is_there(rule):
    file, name = ELSEWHERE[rule]

    assert f"def test_{name}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")
