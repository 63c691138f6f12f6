"""Representatives and guests in a community's file, and bodies of its own (A11, E09, E23)."""

import pytest

from config.community import CommunityError, parse
from config.deliberation import BodyRow, body
from governance.directory import Role
from governance.households import Household
from tests.config.example import TEXT, changed

QIAN = """
[officers.qian]
name = "钱文"
known_as = "钱代表"
offices = {offices}
{more}

[officers.wang]"""


def file(offices='["representative"]', more='home = "b1 2-301"'):
    return changed(("[officers.wang]", QIAN.format(offices=offices, more=more)))


def mistakes(text):
    with pytest.raises(CommunityError) as found:
        parse(text, "our.toml")
    return [(m.where, m.code) for m in found.value.mistakes]


def test_a_representative_may_have_a_home_by_which_he_is_found_without_a_phone():
    officer = parse(file(), "our.toml").officer("qian")

    assert officer.offices == {Role.REPRESENTATIVE}
    assert officer.home == Household(building="b1", door="2-301")
    assert parse(file(more=""), "our.toml").officer("qian").home is None


@pytest.mark.parametrize("office", ["party-delegate", "deputy", "adviser"])
def test_a_delegate_is_named_by_his_office(office):
    officer = parse(file(f'["{office}"]', ""), "our.toml").officer("qian")

    assert officer.offices == {office}


def test_only_a_representative_s_home_stands_in_the_file():
    found = mistakes(file('["deputy"]'))

    assert ("officers.qian.home", "lacks-office") in found


def test_a_home_stands_in_a_building_that_is_there():
    found = mistakes(file(more='home = "b77 301"'))

    assert ("officers.qian.home", "unknown-building") in found


def test_supervision_may_be_a_representative_and_nothing_that_executes():
    """Who supervises is elected among the representatives; that is no second power (A08)."""
    both = parse(file('["supervision", "representative"]', ""), "our.toml").officer("qian")

    assert both.offices == {Role.SUPERVISION, Role.REPRESENTATIVE}
    mixed = mistakes(file('["supervision", "representative", "committee"]', ""))
    assert ("officers.qian.offices", "powers-mixed") in mixed


def test_a_body_says_which_classes_vote_and_how_it_is_called():
    own = body("stairs", BodyRow(voters=["party", "representative"], names={"zh-CN": "议事会"}))

    assert own.voters == {"party", "representative"}
    assert own.names == {"zh-CN": "议事会"}
    assert body("residents-representatives", BodyRow()).voters == {"representative"}
    assert body("residents-representatives", BodyRow(voters=[])).voters == frozenset()


def test_a_guest_votes_in_no_body():
    text = TEXT + '\n[bodies.residents-meeting]\nvoters = ["observer"]\n'

    assert mistakes(text) == [("bodies.residents-meeting.voters[1]", "not-one-of")]
