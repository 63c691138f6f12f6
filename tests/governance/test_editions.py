from dataclasses import fields, replace
from datetime import date

from governance.ballots.bodies import BODIES
from governance.directory import Community, Grid, Role
from governance.editions import KEYED, PLAIN, Change, Difference, InUse, differences, orphaned
from governance.programme import Counted, DueDay
from governance.quorum import Demand, Measure, Rule, Threshold
from governance.smallpowers import SmallPower


def told(found):
    return [(str(d.change), d.where) for d in found]


def without(community, officer):
    return replace(community, officers=tuple(o for o in community.officers if o.key != officer))


def with_offices(community, officer, *offices):
    changed = tuple(
        replace(o, offices=frozenset(offices)) if o.key == officer else o
        for o in community.officers
    )
    return replace(community, officers=changed)


def test_the_same_file_differs_in_nothing(community):
    assert differences(community, community) == ()


def test_whatever_the_file_says_is_compared():
    theirs = {"key", "chats", "former", "jargon", "wording", "nameless"}  # of other places
    alike = {*KEYED, *PLAIN, "deliberation", "disclosing"}

    assert {each.name for each in fields(Community)} == theirs | alike


def test_a_small_power_that_changes_is_named_as_in_the_file(community):
    power = SmallPower(
        key="seal", names={}, office="secretary", steps=({"en": "ask"},), time={}, complaint={}
    )
    before = replace(community, small_powers=(power,))
    after = replace(community, small_powers=(replace(power, steps=({"en": "wait"},)),))

    [found] = differences(before, after)

    assert (found.where, found.before, found.after) == ("powers.seal.steps", "en: ask", "en: wait")


def test_what_is_not_of_the_file_is_no_difference(community):
    seated = tuple(replace(o, telegram=9, away=True) for o in community.officers)

    assert differences(community, replace(community, officers=seated)) == ()


def test_rows_that_come_go_and_change_are_named(community):
    grid = Grid(key="g4", name="四网格", buildings=(), worker="liu", substitute="zhou", head="sun")
    calmer = replace(community.limits, bounces=3)
    after = replace(without(community, "ma"), grids=(*community.grids, grid), limits=calmer)

    found = differences(community, after)

    assert told(found) == [("~", "limits"), ("-", "officers.ma"), ("+", "grids.g4")]


def test_a_changed_setting_is_shown_before_and_after(community):
    found = differences(community, with_offices(community, "wang", Role.GRID_HEAD))
    other = replace(community, levels=("村", "组"))

    assert found == (
        Difference(
            change=Change.CHANGED,
            where="officers.wang.offices",
            before="grid-worker",
            after="grid-head",
        ),
    )
    assert [d.after for d in differences(community, other)] == ["村, 组"]


def test_who_holds_an_open_case_may_not_vanish(community):
    used = InUse(officers={"wang"}, grids={"g2"}, buildings={"b3"}, categories={"lift"})

    found = orphaned(community, replace(community, officers=(), grids=(), buildings=()), used)

    assert told(found) == [("-", "officers.wang"), ("-", "grids.g2"), ("-", "buildings.b3")]
    assert orphaned(community, community, used) == ()


def test_a_post_that_is_held_may_not_vanish(community):
    used = InUse(posts={"ma", "wang"}, officers={"wang"})

    found = orphaned(community, without(community, "ma"), used)

    assert told(found) == [("-", "officers.ma")]


def test_a_post_that_is_held_gains_no_office_by_the_file_alone(community):
    more = with_offices(community, "liu", Role.GRID_WORKER, Role.COMMITTEE)

    assert told(orphaned(community, more, InUse(posts={"liu"}))) == [("~", "officers.liu.offices")]
    assert orphaned(community, more, InUse()) == ()
    assert orphaned(more, community, InUse(posts={"liu"})) == ()


def test_each_number_of_deliberation_is_shown_by_itself(community):
    after = replace(community, deliberation=replace(community.deliberation, days=7))

    [found] = differences(community, after)

    assert (found.where, found.before, found.after) == ("deliberation.days", "3", "7")


def test_who_decides_is_shown_as_the_file_would_have_it(community):
    usual = BODIES["residents-households"]
    half, all_of = Threshold.read("more than 1/2"), Threshold.read("at least 2/3")
    demand = Demand(turnout={Measure.HEADS: all_of}, assent={Measure.HEADS: half})
    other = replace(usual, rule=Rule(whole=demand, classes={"party": demand}))
    before = replace(community, bodies={usual.key: usual})

    [found] = differences(before, replace(community, bodies={usual.key: other}))

    assert found.where == "bodies.residents-households.rule"
    assert found.before == (
        "whole turnout heads: more than 1/2; assent heads: more than 1/2; base taking-part"
    )
    assert "classes party: turnout heads: at least 2/3;" in found.after
    assert told(differences(community, before)) == [("+", "bodies.residents-households")]


def test_an_entry_of_the_catalogue_that_a_topic_needs_may_not_vanish(community):
    after = replace(community, catalogue=community.catalogue[1:])
    gone = community.catalogue[0].key

    assert told(differences(community, after)) == [("-", f"catalogue.{gone}")]
    assert told(orphaned(community, after, InUse(catalogue={gone}))) == [
        ("-", f"catalogue.{gone}")
    ]
    assert orphaned(community, after, InUse(catalogue={"parking"})) == ()


def with_item(community, key, **changed):
    found = (replace(i, **changed) if i.key == key else i for i in community.disclosures)
    return replace(community, disclosures=tuple(found))


def test_what_is_disclosed_is_named_where_it_changes(community):
    after = with_item(community, "ledger", due=DueDay(days=8, counted=Counted.WORKING))
    after = replace(after, disclosing=replace(community.disclosing, answer_days=5))

    found = differences(community, after)

    assert told(found) == [("~", "disclosing.answer_days"), ("~", "disclosures.ledger.due")]
    assert found[1].after == "days 8; counted working"


def test_nothing_that_is_owed_ends_by_the_file_alone(community):
    used = InUse(disclosures={"ledger"})
    gone = replace(community, disclosures=())

    assert told(orphaned(community, gone, used)) == [("-", "disclosures.ledger")]
    assert orphaned(community, gone, InUse()) == ()
    sooner = with_item(community, "ledger", until=date(2026, 12, 31))
    assert told(orphaned(community, sooner, used)) == [("~", "disclosures.ledger.until")]
    assert told(orphaned(sooner, with_item(sooner, "ledger", until=date(2026, 6, 30)), used))
    assert told(orphaned(community, with_item(community, "ledger", rule=""), used))
    for later in (None, date(2027, 12, 31)):
        assert orphaned(sooner, with_item(sooner, "ledger", until=later), used) == ()
    assert orphaned(community, sooner, InUse(disclosures={"policy"})) == ()
