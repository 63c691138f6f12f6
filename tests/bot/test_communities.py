from dataclasses import replace

import pytest

from bot.opening import parse
from governance.categories import Reading
from governance.deliberations.states import TopicStatus
from governance.directory import Person
from governance.mediation import Dispute, DisputeStatus
from governance.mediation.dispute import THE_COMMITTEE
from governance.roster import Owner, Roster, Unit
from services.cases import reporting
from services.hearing import Heard
from storage import audit, directory, editions, roll, roster
from storage.database import writing
from storage.mediation import Disputes
from storage.rows import ms
from storage.topics import Topics
from storage.work import Work
from tests.bases import migrate
from tests.bot.doors import COMMUNITY, LI, MONDAY
from tests.bot.test_commands import EXAMPLE, address, elsewhere, linli
from tests.governance.deliberations.matters import TOPIC

__all__ = ["elsewhere"]  # the fixture works here too
TEXT = EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path):
    """Return how the example is written with changes."""

    def write(*changes):
        text = TEXT
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        path = tmp_path / "our.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def opened(tmp_path):
    migrate(address(tmp_path))
    engine = writing(address(tmp_path))
    yield engine
    engine.dispose()


def report(engine):
    """Let 李婶 report a lift that 王师傅 answers for."""
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        roll.seed(connection, number, COMMUNITY, ms(MONDAY))
        enrolled = roll.Roll(COMMUNITY, number)
        work = Work(connection, enrolled, unit="u1", person=LI, now=MONDAY)
        work.people.greet(Person(id=LI, name="李婶", language="zh-CN"))
        lift = Reading(category="lift", building="b3")
        said = "三号楼电梯坏了两天没人修"
        reporting.report(work, Heard(text=said, photo="", chat=LI, message=1, reading=lift))


def dispute(engine, **told):
    """Let 李婶 have told a dispute."""
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        found = Dispute(community=COMMUNITY.key, reporter=LI, at=MONDAY, **told)
        Disputes(connection, number, COMMUNITY.key).add(found)


def test_the_first_file_is_in_force_at_once(file, tmp_path):
    assert linli("community", "apply", file(), "--dry-run")[1].startswith("这里还没有社区文件")
    assert [each.name for each in tmp_path.iterdir()] == ["our.toml"]
    code, out, _ = linli("community", "apply", file(), "--yes")

    assert code == 0
    assert out.startswith("这里还没有社区文件：这是第 1 版。\nThere is no community file")
    assert "第 1 版已生效" in out
    assert linli("community", "export")[1] == TEXT


def test_a_second_file_is_shown_asked_for_and_versioned(file):
    linli("community", "apply", file(), "--yes")

    code, out, _ = linli("community", "apply", file(("bounces = 2", "bounces = 3")), "--yes")

    assert code == 0
    assert "~ limits" in out
    assert "第 2 版已生效" in out
    assert "bounces = 3" in linli("community", "export")[1]
    assert "bounces = 2" in linli("community", "export", "--edition", "1")[1]
    assert [line.split()[0] for line in linli("community", "editions")[1].splitlines()] == [
        "2",
        "1",
    ]


def test_nothing_is_in_force_without_a_yes(file):
    linli("community", "apply", file(), "--yes")

    dry = linli("community", "apply", file(("bounces = 2", "bounces = 3")), "--dry-run")
    asked = linli("community", "apply", file(("bounces = 2", "bounces = 4")))

    assert (dry[0], asked[0]) == (0, 1)
    assert linli("community", "export")[1] == TEXT


def test_the_same_file_makes_no_new_edition(file):
    linli("community", "apply", file(), "--yes")

    code, out, _ = linli("community", "apply", file(), "--yes")

    assert code == 0
    assert "第 1 版已经是这个内容" in out
    spaced = linli("community", "apply", file(("bounces = 2", "bounces  =  2")), "--dry-run")[1]
    assert spaced.startswith("生效的内容没有变：改的只是写法")


def test_what_an_open_case_needs_stays(file, opened):
    linli("community", "apply", file(), "--yes")
    report(opened)
    gone = file(
        ("[buildings.b3]", "[buildings.b33]"),
        ('buildings = ["b3", "b4"]', 'buildings = ["b33", "b4"]'),
    )

    code, _, err = linli("community", "apply", gone, "--yes")

    assert code == 2
    assert "- buildings.b3" in err
    assert linli("community", "export")[1] == TEXT


def test_what_an_open_dispute_needs_stays(file, opened):
    linli("community", "apply", file(), "--yes")
    dispute(opened, building="b3", parties=("wang", THE_COMMITTEE), kin=("ma",), mediator="zheng")

    with opened.begin() as connection:
        used = editions.in_use(connection, directory.community(connection, COMMUNITY.key))

    assert (used.buildings, used.officers) == ({"b3"}, {"wang", "ma", "zheng"})


def test_a_settled_dispute_holds_nothing(opened):
    dispute(opened, building="b3", parties=("wang",), status=DisputeStatus.WITHDRAWN)

    with opened.begin() as connection:
        used = editions.in_use(connection, directory.community(connection, COMMUNITY.key))

    assert (used.buildings, used.officers) == (set(), set())


def test_what_an_open_topic_needs_stays(file, opened):
    linli("community", "apply", file(), "--yes")
    with opened.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        topics = Topics(connection, number)
        topics.add(replace(TOPIC, at=MONDAY, entry="parking", lead="chen"))
        over = replace(TOPIC, at=MONDAY, entry="pact", lead="he", status=TopicStatus.REJECTED)
        topics.add(over)
        used = editions.in_use(connection, number)

    code, _, err = linli("community", "apply", file(("[catalogue.parking]", "[catalogue.cars]")))

    assert (used.catalogue, used.officers) == ({"parking"}, {"chen"})
    assert code == 2
    assert "- catalogue.parking" in err


def test_a_change_of_who_decides_is_told(file):
    linli("community", "apply", file(), "--yes")
    more = "[bodies.owners-major]\nnotice_days = 15\n\n[catalogue.pact]"
    changed = file(("[catalogue.pact]", more), ("days = 3 ", "days = 7 "))

    _, out, _ = linli("community", "apply", changed, "--yes")

    assert "~ deliberation.days: 3 → 7" in out
    assert "+ bodies.owners-major" in out
    assert more in linli("community", "export")[1]


def test_a_file_with_mistakes_is_not_applied(file):
    code, _, err = linli("community", "apply", file(('worker = "liu"', 'worker = "luo"')), "--yes")

    assert (code, "grids.g1.worker" in err) == (2, True)
    assert linli("community", "export")[0] == 2


def test_a_helper_of_a_household_that_the_roster_does_not_have_is_not_applied(file, opened):
    linli("community", "apply", file(), "--yes")
    owner = (Owner(key="1", name="王伟"),)
    units = [Unit(building="b1", door=d, area=5000, owners=owner) for d in ("1-302", "2-101")]
    with opened.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        roster.put(connection, number, Roster(units=tuple(units)), at=ms(MONDAY), digest="")

    code, _, err = linli("community", "apply", file(('"b1 2-101"', '"b1 2-999"')), "--yes")
    known = linli("community", "apply", file(('"b1 2-101"', '"b1 二单元101室"')), "--yes")

    assert (code, "helpers.tang.households: b1 2-999" in err) == (2, True)
    assert "不在住户名册里" in err
    assert "has no such households" in err
    assert known[0] == 0


def test_a_helper_who_is_nobody_in_the_file_is_not_applied(file):
    code, _, err = linli("community", "apply", file(("[helpers.tang]", "[helpers.tan]")), "--yes")

    assert (code, "helpers.tan: 没有人员" in err) == (2, True)


@pytest.mark.parametrize("how", ["--yes", "--dry-run"])
def test_a_file_of_another_community_is_not_applied(file, how):
    code, _, err = linli("community", "apply", file(('"xingfuli"', '"other"')), how)
    assert (code, "LINLI_COMMUNITY" in err) == (2, True)


def test_an_edition_that_never_was_is_named(file):
    linli("community", "apply", file(), "--yes")

    code, _, err = linli("community", "export", "--edition", "7")

    assert (code, "linli community editions" in err) == (2, True)


def test_a_file_can_be_given_back_into_a_file(file, tmp_path):
    linli("community", "apply", file(), "--yes")

    back = tmp_path / "back.toml"
    code, out, _ = linli("community", "export", str(back))

    assert (code, back.read_text(encoding="utf-8")) == (0, TEXT)
    assert out.splitlines() == [
        f"第 1 版已写入 {back}。",
        f"Edition 1 is written to {back}.",
    ]


def test_a_file_that_is_there_is_replaced_only_with_yes(file, tmp_path):
    linli("community", "apply", file(), "--yes")
    back = tmp_path / "back.toml"
    back.write_text("precious")

    code, out, err = linli("community", "export", str(back))

    assert (code, out, back.read_text()) == (2, "", "precious")
    assert [line.count("--yes") for line in err.splitlines()] == [1, 1]
    assert linli("community", "export", str(back), "--yes")[0] == 0
    assert back.read_text(encoding="utf-8") == TEXT


def test_where_the_file_cannot_be_written_it_is_said(file, tmp_path):
    linli("community", "apply", file(), "--yes")

    code, out, err = linli("community", "export", str(tmp_path / "no" / "folder.toml"))

    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 2


def test_applying_is_audited_and_the_chain_holds(file, opened):
    linli("community", "apply", file(), "--yes")

    with opened.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        audit.seal(connection, number, ms(MONDAY))
        verdict = audit.verify(connection, number)

    assert (verdict.sealed, verdict.broken) == (1, None)


def test_a_running_bot_takes_up_the_new_edition(file, opened):
    linli("community", "apply", file(), "--yes")
    with opened.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        running = roll.Roll(COMMUNITY, number, parse)
        first = running.read(connection).limits.bounces

    linli("community", "apply", file(("bounces = 2", "bounces = 3")), "--yes")

    with opened.begin() as connection:
        assert (first, running.read(connection).limits.bounces) == (2, 3)
        assert editions.newest(connection, number).seq == 2


def test_presets_are_printed_and_unknown_ones_named():
    assert linli("community", "preset", "rural")[1].startswith("# 青石村")
    assert "urban, rural" in linli("community", "preset", "moon")[2]


def test_without_a_database_there_is_nothing_to_give_back():
    for words in (("export",), ("editions",)):
        code, _, err = linli("community", *words)

        chinese, english = err.splitlines()
        assert (code, "没有数据库" in chinese, "No database" in english) == (2, True, True)
