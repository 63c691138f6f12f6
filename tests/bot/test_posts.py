import re
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bot import posts
from bot.__main__ import main
from governance.directory import Person
from handlers.directory import PAYLOADS
from services.seats import confirming
from storage import directory
from storage.audit import AUDIT
from storage.database import writing
from storage.roll import Roll
from storage.work import Work
from tests.bases import migrate
from tests.bot.doors import COMMUNITY
from tests.bot.office import PNG, address, bot_api, linli, rows, settle, tokens
from tests.services.town import AT


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    with bot_api() as api:
        settle(tmp_path, monkeypatch, api)
        yield


@pytest.fixture
def base(tmp_path):
    migrate(address(tmp_path))
    engine = writing(address(tmp_path))
    yield engine
    engine.dispose()


def tap(engine, person, payload):
    """Let somebody open a link, as the running bot would."""
    with engine.begin() as connection:
        roll = Roll(COMMUNITY, directory.community(connection, COMMUNITY.key))
        work = Work(connection, roll, unit=f"u{person}", person=person, now=AT)
        work.people.greet(Person(id=person, name=f"人{person}", language="zh-CN"))
        confirming.claim(work, payload.removeprefix(posts.POST))


def test_an_invitation_is_printed_in_both_languages_with_its_link():
    code, out, err = linli("invite", "chen")

    assert (code, err) == (0, "")
    assert "陈主任 陈国华（居（村）委会）：72 小时内有效" in out
    assert "works once, within 72 hours" in out
    [payload] = tokens(out)
    assert payload.startswith("p_")
    assert len(payload) <= 64


def test_the_link_stands_nowhere_in_the_database(base):
    [payload] = tokens(linli("invite", "chen")[1])
    word = payload.removeprefix("p_")

    everything = str([rows(base, f"select * from {t}") for t in ("grants", "dues", "audit")])
    assert "chen" in everything
    assert word not in everything


def test_the_word_of_a_link_is_taken_up_by_the_bot(base):
    [payload] = tokens(linli("invite", "chen")[1])

    assert payload[:2] in PAYLOADS
    assert payload[:2] != posts.BUILDING
    tap(base, 3001, payload)
    assert rows(base, "select status, person from grants") == [("claimed", 3001)]


def test_several_officers_are_invited_each_by_a_link_of_his_own():
    _, out, _ = linli("invite", "wu", "chen", "he", "chen")

    told = tokens(out)
    assert (len(told), len(set(told))) == (3, 3)
    assert out.index("吴老") < out.index("陈主任") < out.index("何副主任")


def test_all_unclaimed_posts_are_invited_once(base):
    _, first, _ = linli("invite", "--all-unclaimed")
    assert len(tokens(first)) == len(COMMUNITY.officers)
    tap(base, 3001, tokens(first)[0])

    code, again, _ = linli("invite", "--all-unclaimed")

    assert (code, tokens(again)) == (0, [])
    assert again.count("linli invite") == 2 * (len(COMMUNITY.officers) - 1)


def test_with_every_post_claimed_there_is_nobody_to_invite(base):
    for at, payload in enumerate(tokens(linli("invite", "--all-unclaimed")[1])):
        tap(base, 8000 + at, payload)

    code, out, _ = linli("invite", "--all-unclaimed")

    assert (code, out.splitlines()[0]) == (0, "每个岗位都有人了，没有要邀请的。")


def test_qr_pictures_are_written_into_the_folder(tmp_path):
    code, out, _ = linli("invite", "chen", "wu", "--qr", str(tmp_path / "qr"))

    pictures = sorted(p.name for p in (tmp_path / "qr").iterdir())
    assert (code, pictures) == (0, ["chen.png", "wu.png"])
    assert (tmp_path / "qr" / "chen.png").read_bytes().startswith(PNG)
    assert "chen.png" in out


@pytest.mark.parametrize("words", [["invite", "nobody"], ["invite", "--confirm", "nobody"]])
def test_an_unknown_post_is_named_beside_those_that_exist(words):
    code, out, err = linli(*words)

    assert (code != 0, out) == (True, "")
    assert ("nobody" in err, "chen" in err) == (True, True)
    assert len(err.strip().splitlines()) == 2


def test_naming_nobody_says_what_to_write():
    code, _, err = linli("invite")

    assert code == 2
    assert "--all-unclaimed" in err


def test_a_refusal_is_told_in_both_languages(base):
    invite_and_confirm(base, "chen", 3001)

    code, out, err = linli("invite", "chen")

    assert (code, out) == (1, "")
    assert ("已经有人在岗" in err, "is taken" in err) == (True, True)


def invite_and_confirm(engine, key, person):
    [payload] = tokens(linli("invite", key)[1])
    tap(engine, person, payload)
    return linli("invite", "--confirm", key)


def test_the_operator_confirms_the_first_two_and_the_audit_names_him(base):
    code, out, err = invite_and_confirm(base, "chen", 3001)

    assert (code, err) == (0, "")
    assert "“人3001”就是名册上的 陈国华，担任 陈主任" in out
    [actor] = rows(base, "select actor from audit where verb = 'seat_confirm'")
    assert actor == ("operator",)
    assert rows(base, "select words, chat from outbox where words like '%confirm'") == [
        ("seat-told-receiver-confirm", 3001)
    ]


@pytest.mark.parametrize(
    ("typed", "stands"),
    [("是\n", "active"), ("否\n", "claimed"), ("", "claimed")],
    ids=["yes", "no", "nobody"],
)
def test_an_operator_who_sits_there_is_asked_whether_it_is_truly_they(
    base, monkeypatch, typed, stands
):
    [payload] = tokens(linli("invite", "chen")[1])
    tap(base, 3001, payload)
    monkeypatch.setattr(posts, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))

    ran = CliRunner().invoke(main, ["invite", "--confirm", "chen"], input=typed)

    assert ran.stdout.startswith("“人3001”真的是 陈主任（名册上的 陈国华）本人吗？\n")
    assert "[是/否 · y/N]" in ran.stdout
    assert rows(base, "select status from grants") == [(stands,)]
    assert ("没有人回答" in ran.stderr, "--yes" in ran.stderr) == (not typed, False)


def test_where_there_is_no_terminal_nobody_is_asked(base, monkeypatch):
    [payload] = tokens(linli("invite", "chen")[1])
    tap(base, 3001, payload)
    monkeypatch.setattr(posts, "sys", SimpleNamespace(stdin=None))

    assert linli("invite", "--confirm", "chen")[0] == 0


def test_the_operator_confirms_no_third(base):
    invite_and_confirm(base, "chen", 3001)
    invite_and_confirm(base, "he", 3002)

    code, _, err = invite_and_confirm(base, "wu", 4001)

    assert code == 1
    assert "管理员只能确认最先到岗的两位" in err


def test_there_is_nothing_to_confirm_before_the_link_was_opened():
    linli("invite", "chen")

    code, _, err = linli("invite", "--confirm", "chen")

    assert code == 1
    assert "还没有人点开 陈主任 陈国华 的链接" in err


def test_the_list_says_of_every_post_how_it_stands(base):
    invite_and_confirm(base, "chen", 3001)
    tap(base, 4001, tokens(linli("invite", "wu")[1])[0])

    code, out, _ = linli("invite", "--list")

    told = dict(re.findall(r"^(\w+)\n  (.*)$", out, re.MULTILINE))
    assert (code, set(told)) == (0, {o.key for o in COMMUNITY.officers})
    assert "在岗（管理员确认）" in told["chen"]
    assert "“人4001”点开了链接，等人确认" in told["wu"]
    assert "还没有邀请" in told["he"]


def test_every_step_of_the_operator_is_in_the_audit(base):
    linli("invite", "chen")
    linli("invite", "chen")

    with base.begin() as connection:
        found = connection.execute(AUDIT.select()).all()
    steps = [row.verb for row in found if row.object.startswith("seat:")]
    assert steps == ["seat_invite", "seat_withdraw", "seat_invite"]
    assert {row.actor for row in found if row.object.startswith("seat:")} == {"operator"}
