"""After the vote, what a few neighbours resolved stays theirs: asked, watched, contested (A11)."""

from dataclasses import replace

from governance.ballots.states import BallotStatus
from governance.deliberations.states import Consultation, TopicStatus
from governance.notices import Kind
from governance.resolutions.states import Reply, ResolutionAction
from services.ballots import looking as paper
from services.deliberations import proposing, speaking, threads
from services.resolutions import acting, asking, watching
from tests.handlers.showing import show
from tests.services.ballots.booth import draft, live
from tests.services.deliberations.topics import SAID
from tests.services.meetings.assembly import sound
from tests.services.resolutions.promises import in_force, public
from tests.services.test_near import BUILDING, FAR, OWN, grouped, homes, put, refused
from tests.services.town import CHEN, GROUP, LI, LIU, WANG, ZHANG

__all__ = ["grouped", "homes"]


def narrowed(town):
    """Let the topic of the first resolution be of building 3 alone."""
    with town.work(0) as work:
        found = work.topics.get(1)
        work.topics.save(replace(found, node=BUILDING))


def test_whether_it_was_done_is_asked_of_its_own_neighbours_alone(homes):
    in_force(homes)
    with homes.work(0) as work:
        everybody = asking.asked_of(work, work.resolutions.get(1))
    narrowed(homes)
    with homes.work(0) as work:
        asked = asking.asked_of(work, work.resolutions.get(1))

    assert {LI, ZHANG, FAR} <= set(everybody)
    assert LI in asked
    assert not {ZHANG, FAR} & set(asked)


def test_nobody_from_elsewhere_watches_or_contests_it(homes):
    in_force(homes)
    narrowed(homes)

    assert refused(homes.do, FAR, watching.watch, 1, Reply.NO) == "refusal-resolution-resident"
    assert homes.do(LI, watching.watch, 1, Reply.NO) is Reply.NO


def test_nobody_from_elsewhere_objects_in_its_window(homes):
    public(homes)
    narrowed(homes)
    press = (acting.press, 1, ResolutionAction.OBJECT)

    assert refused(homes.do, FAR, *press) == "refusal-resolution-resident"
    assert homes.do(LI, *press)


def test_of_two_threads_of_one_number_each_is_of_its_own_group(grouped):
    put(grouped, thread=7)
    put(grouped, node="", thread=7)

    grouped.do(0, threads.lost, GROUP, 7)

    with grouped.work(0) as work:
        assert [work.topics.get(n).thread for n in (1, 2)] == [7, 0]


def test_a_household_of_the_building_seconds_though_the_first_home_is_elsewhere(homes):
    live(homes, FAR, "101")
    put(homes)
    with homes.work(FAR) as work:
        behind = proposing.household(work, FAR, BUILDING)
        first = proposing.household(work, FAR)

    assert (behind.building, behind.door) == ("b3", "101")
    assert first.building == "b5"


def test_what_is_entered_there_is_entered_by_whoever_works_or_leads_there(homes):
    put(homes, status=TopicStatus.DISCUSSION)

    assert refused(homes.do, LIU, speaking.enter, 1) == "refusal-topic-elsewhere"
    assert homes.do(WANG, speaking.enter, 1)
    assert homes.do(CHEN, speaking.enter, 1)


def test_the_slips_of_their_secret_ballot_are_read_by_them_alone(homes):
    put(homes)
    draft(homes, topic=1, secret=True, status=BallotStatus.PUBLISHED)

    assert refused(homes.do, FAR, paper.slips, 1, 0) == "refusal-topic-elsewhere"
    homes.do(LI, paper.slips, 1, 0)


def test_a_survey_of_theirs_is_asked_in_their_group(grouped):
    put(grouped, status=TopicStatus.DISCUSSION)
    sound(grouped, Consultation.SURVEY)

    asked = [d.address.chat for d in grouped.deliveries() if d.kind is Kind.ENQUIRY]
    assert asked == [OWN]


def test_the_form_of_a_proposal_says_who_will_read_it(homes):
    few = homes.do(LI, proposing.nearby, homes.hear(SAID, chat=LI))
    said = show(homes, "dialogue", LI, subject=f"dialogue:{few.id}", reader=LI).text
    every = homes.do(ZHANG, proposing.begin, homes.hear(SAID, chat=ZHANG))
    aloud = show(homes, "dialogue", ZHANG, subject=f"dialogue:{every.id}", reader=ZHANG).text

    assert "只发给住在那里的邻居" in said
    assert "居民群" not in said
    assert "会发到居民群" in aloud
