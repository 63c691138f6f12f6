"""Each verb of the table of powers at its service: open to its roles, refused to all others."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from governance.cases import LIFECYCLE as CASES
from governance.cases import CaseAction
from governance.directory import THE_OPERATOR, Role
from governance.grants import GrantAction
from governance.mediation import LIFECYCLE as DISPUTES
from governance.mediation import DisputeAction
from governance.notices import Address, Priority
from governance.powers import ONLY_OWN, POWERS, Verb
from governance.refusals import NotAllowed
from governance.residents import ResidentAction
from governance.resolutions.states import Stage
from governance.supervision import LIFECYCLE as OPINIONS
from governance.supervision import Matter, MeasureAction
from services import deliveries, residents, trail, urgent
from services.cases import absences, desk, looking, tasks, watching
from services.chats import binding
from services.disclosures import monthly
from services.hearing import Asked
from services.seats import confirming, ending, inviting, talking
from services.supervision import acting as opining
from services.supervision import ahead
from services.supervision import looking as supervising
from storage.database import METADATA
from tests.bases import memory
from tests.services.disclosures.projecting import in_force
from tests.services.joining import asks, private
from tests.services.seats.posts import claim
from tests.services.town import AT, CHEN, GROUP, HE, LI, LIU, SUN, WANG, WU, ZHANG, Town

NEWCOMER, MEDIATOR, HELPER, TOWNSHIP = 7001, 2005, 2007, 4101
WHO = {
    Role.GRID_WORKER: LIU,
    Role.HELPER: HELPER,
    Role.GRID_HEAD: SUN,
    Role.DISPATCHER: HE,
    Role.COMMITTEE: CHEN,
    Role.SUPERVISION: WU,
    Role.MEDIATOR: MEDIATOR,
    Role.TOWNSHIP: TOWNSHIP,
    Role.RESIDENT: ZHANG,
    Role.OPERATOR: THE_OPERATOR.id,
}


def single(community):
    """Return the example community with one office for each officer, and one post vacant."""
    one = {"he": frozenset({Role.DISPATCHER})}
    officers = tuple(
        replace(o, offices=one.get(o.key, o.offices), telegram=0 if o.key == "ma" else o.telegram)
        for o in community.officers
    )
    return replace(community, officers=officers)


@pytest.fixture
def walk(community):
    with memory() as engine:
        town = Town(engine, single(community))
        for person in (*WHO.values(), NEWCOMER):
            town.do(person, lambda work: work.people.get(work.by.id))
        yield town


def rows(town):
    """Return every row of every table."""
    with town.engine.begin() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in METADATA.sorted_tables
        }


def seat(town):
    return claim(town, "ma", NEWCOMER).id


def revocation(town):
    return town.do(CHEN, ending.ask_revoke, "zhou", "离任").id


def resident(town):
    return asks(town, LI, building="b1").id


def group(_town):
    return Asked(chat=-1001000000077, message=7)


def leaving(town):
    """Let the reporter of a hazard ask to withdraw it."""
    town.report()
    with town.work(0) as work:
        case = work.cases.get(1)
        work.cases.save(replace(case, leaving=True))
    return 1


def reported(town):
    town.report()
    return 1


def behind(town):
    """Let a project be in force of which nothing is shown yet."""
    return in_force(town).id


def read(work, case):
    """Read a case whole; who may not is told the brief alone."""
    if not looking.concerned(work, work.cases.get(case), work.by):
        raise NotAllowed("refusal-read")


def held(town):
    """Let a message wait for the morning's list."""
    night, here = AT + timedelta(hours=13), Address(chat=GROUP)
    with town.work(0, at=night) as work:
        deliveries.notice(work, "stopped", here, reader=0, priority=Priority.BROADCAST)
        return min(work.attention.waiting())


# what there must be before, and the service itself
SERVICES = {
    Verb.INVITE_OFFICER: (lambda _: "ma", inviting.invite),
    Verb.BIND_CHAT: (group, binding.ask),
    Verb.ASK_REVOKE: (lambda _: "zhou", lambda w, post: ending.ask_revoke(w, post, "离任")),
    Verb.VERIFY_RESIDENT: (resident, lambda w, r: residents.act(w, r, ResidentAction.VERIFY)),
    Verb.REFUSE_RESIDENT: (
        resident,
        lambda w, r: residents.act(w, r, ResidentAction.REFUSE, "不认识"),
    ),
    Verb.REVOKE_SEAT: (revocation, lambda w, g: ending.decide(w, g, GrantAction.REVOKE)),
    Verb.KEEP_SEAT: (revocation, lambda w, g: ending.decide(w, g, GrantAction.KEEP)),
    Verb.CONFIRM_SEAT: (seat, confirming.confirm),
    Verb.REFUSE_SEAT: (seat, lambda w, g: confirming.refuse(w, g, "不是他")),
    Verb.KEEP_OPEN: (leaving, desk.stay),
    Verb.SEND_URGENT: (held, lambda w, number: urgent.send(w, number, "水箱要放水")),
    Verb.SEE_AUDIT: (reported, trail.show),
    Verb.SUPERVISE: (lambda _: None, lambda w, _: supervising.show(w)),
    Verb.LET_AHEAD: (behind, lambda w, _: ahead.ask(w, 1, 1, Stage.HALFWAY)),
    Verb.GIVE_OPINION: (reported, lambda w, case: opining.begin(w, Matter.CASE, case)),
    Verb.SEE_DESK: (lambda _: None, lambda w, _: desk.show(w)),
    Verb.READ_CASE: (reported, read),
    Verb.SEE_ROSTER: (lambda _: None, lambda w, _: residents.listing(w, private(w.by.id), "")),
    Verb.SEE_POSTS: (lambda _: None, lambda w, _: talking.posts(w)),
    Verb.SEE_LEDGER: (lambda _: None, lambda w, _: monthly.ask(w)),
    Verb.SEE_WATCH: (lambda _: None, lambda w, _: watching.show(w)),
    Verb.TAKE_LEAVE: (lambda _: None, lambda w, _: absences.ask(w)),
    Verb.SEE_TASKS: (lambda _: None, lambda w, _: tasks.show(w)),
}
# who of an office has the verb over what was prepared, where it reaches only what is one's own
ITS_OWN = {(Verb.READ_CASE, Role.GRID_WORKER): WANG}
CELLS = [(verb, role) for verb in SERVICES for role in WHO]
# said by the rows of a lifecycle, which must name the same roles; the township only stands in
STEPS = {
    Verb.CORRECT_CASE: (CASES, CaseAction.CORRECT),
    Verb.ANSWER_OPINION: (OPINIONS, MeasureAction.ANSWER),
    Verb.COUNTERSIGN: (CASES, CaseAction.COUNTERSIGN),
    Verb.ASSIGN_DISPUTE: (DISPUTES, DisputeAction.ASK_CONSENT),
    Verb.HANDLE_DISPUTE: (DISPUTES, DisputeAction.RECORD),
    Verb.LOWER_FLAG: (DISPUTES, DisputeAction.LOWER),
}
ELSEWHERE = {
    Verb.RESOLVE_MATTER: "nobody: the residents' assembly decides outside the bot",
    Verb.APPLY_FILE: "`linli community apply`: whoever has the machine is the operator",
    Verb.CONFIRM_FIRST: "the same service as CONFIRM_SEAT: test_confirming.py",
    Verb.APPROVE_INSTEAD: "the same services, where nobody else is left: test_ending.py",
    Verb.SUSPEND_RESIDENT: "8.1 beside VERIFY_RESIDENT: test_residents.py",
    Verb.MOVE_RESIDENT: "8.1 beside VERIFY_RESIDENT: test_residents.py",
    Verb.ANSWER_RELAY: "whoever holds the case answers, not an office: test_relaying.py",
    Verb.GRANT_LEAVE: "leave is taken and told; nobody grants it in this version",
    Verb.SEE_HOUSEHOLDS: "drawn in /grid and /whoami, reader by reader: test_helpers.py",
    Verb.RECEIVE_REFERRAL: "a referral is a message to the township, which nothing answers yet",
    Verb.LEAD_GROUP: "test_groups.py: whoever heads no group is refused",
    Verb.LEAD_TOPIC: "steps of a topic, which its table opens: deliberations/test_reviewing.py",
    Verb.HOLD_BALLOT: "drafts and steps of a ballot: ballots/test_drafting.py, test_scheduling.py",
    Verb.ENTER_VOTE: "ballots/test_entering.py",
    Verb.CERTIFY_BALLOT: "steps of a ballot: ballots/test_supervising.py",
    Verb.CONFIRM_VOTE: "ballots/test_behind.py",
    Verb.DRAFT_DISCLOSURE: "no service yet: held by the tables of governance alone",
    Verb.APPROVE_DISCLOSURE: "no service yet: held by the tables of governance alone",
    Verb.CHECK_DISCLOSURE: "no service yet: held by the tables of governance alone",
}


def test_every_verb_is_walked_or_named_with_its_reason():
    assert SERVICES.keys() | STEPS.keys() | ELSEWHERE.keys() == set(Verb)
    assert len(SERVICES) + len(STEPS) + len(ELSEWHERE) == len(Verb)


@pytest.mark.parametrize(("verb", "role"), CELLS)
def test_a_service_is_open_to_its_roles_and_to_others_leaves_no_trace(walk, verb, role):
    prepare, service = SERVICES[verb]
    given = prepare(walk)
    walk.send()
    before = rows(walk)

    if role in POWERS[verb]:
        walk.do(ITS_OWN.get((verb, role), WHO[role]), service, given)
        return
    with pytest.raises(NotAllowed):
        walk.do(WHO[role], service, given)
    assert rows(walk) == before


def test_every_verb_over_ones_own_is_walked_by_somebody_whose_own_it_is():
    own = {(verb, role) for verb, roles in ONLY_OWN.items() for role in roles}
    assert {(verb, role) for verb, role in own if verb in SERVICES} == set(ITS_OWN)


@pytest.mark.parametrize(("verb", "role"), ITS_OWN)
def test_over_what_is_not_ones_own_the_office_has_no_verb(walk, verb, role):
    prepare, service = SERVICES[verb]
    given = prepare(walk)

    with pytest.raises(NotAllowed):
        walk.do(WHO[role], service, given)


@pytest.mark.parametrize("verb", STEPS)
def test_a_verb_that_is_a_step_is_open_to_the_same_roles(verb):
    lifecycle, action = STEPS[verb]
    by = {role for step in lifecycle.steps if step.action is action for role in step.by}

    assert by - {Role.TOWNSHIP} == POWERS[verb]
