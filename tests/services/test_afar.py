"""Who works away hears in private what all read in the group, and votes from there (A14)."""

from dataclasses import replace

from governance.deliberations.states import TopicAction
from governance.residents import Residency, ResidentStatus
from services import afar
from tests.services.ballots.booth import AGAINST, certified, live, opened, press, votes
from tests.services.deliberations.topics import proposed, reviewed, specified, take
from tests.services.joining import asks, verified
from tests.services.joining import press as meet
from tests.services.resolutions import promises
from tests.services.town import GROUP, LI, WANG, ZHANG

A = TopicAction
FAR, OTHER = 7001, 7002


def away(town, person=FAR, door="105", building="b3", status=ResidentStatus.VERIFIED):
    home = live(town, person, door, building=building, status=status)
    with town.work(0) as work:
        work.residents.save(replace(home, residency=Residency.AWAY))


def heard(town, person=FAR):
    return [what for what, chat in town.told() if chat == person]


def readers(town):
    with town.work(0) as work:
        return afar.readers(work)


def test_who_is_registered_as_working_away_and_can_be_reached_reads_along(town):
    away(town)
    away(town, OTHER, "106")
    away(town, 7003, "107", status=ResidentStatus.SUSPENDED)
    live(town, ZHANG, "108")
    assert readers(town) == (FAR, OTHER)

    with town.work(0) as work:
        work.people.reach(OTHER, reachable=False)
    assert readers(town) == (FAR,)


def test_a_topic_that_is_made_known_and_each_step_said_aloud_reach_him(town):
    away(town)
    live(town, ZHANG, "108")
    reviewed(town)
    specified(town)
    take(town, A.ADMIT)
    assert heard(town) == []
    take(town, A.NOTICE)
    assert heard(town) == [f"topic:1:{FAR}:0"]
    town.send()
    take(town, A.DISCUSS)

    assert heard(town) == ["topic-told-resident-discuss", f"topic:1:{FAR}:0"]
    assert heard(town, ZHANG) == []
    assert "topic-told-resident-discuss" in heard(town, GROUP)


def test_who_proposed_it_himself_has_its_card_already(town):
    reviewed(town)
    with town.work(0) as work:
        [home] = work.residents.of(LI)
        work.residents.save(replace(home, residency=Residency.AWAY))
    specified(town)
    take(town, A.ADMIT)
    town.send()
    take(town, A.NOTICE)

    assert (f"topic:1:{LI}:0", LI) not in town.fresh()


def test_who_proposed_it_himself_hears_each_step_once(town):
    proposed(town)
    with town.work(0) as work:
        [home] = work.residents.of(LI)
        work.residents.save(replace(home, residency=Residency.AWAY))
    take(town, A.REVIEW)
    town.send()
    take(town, A.REJECT)

    assert heard(town, LI).count("topic-told-resident-reject") == 1


def test_he_is_shown_a_ballot_in_which_he_has_a_vote_and_votes_from_there(town):
    away(town)
    away(town, OTHER, "201", building="b4")
    opened(town)
    assert heard(town) == [f"ballot:1:{FAR}:0"]
    assert heard(town, OTHER) == []

    press(town, FAR, AGAINST, chat=FAR)

    assert votes(town) == {"b3/105": {"against": 1}}
    town.send()
    certified(town)
    assert (f"ballot:1:{FAR}:0", FAR) in town.fresh()  # with its result, at the end of the chat


def test_a_resolution_is_shown_to_him_when_it_is_public_and_told_when_it_binds(town):
    away(town)
    promises.public(town)
    assert f"resolution:1:{FAR}:0" in heard(town)
    town.send()
    town.ring("resolution_look")
    assert "resolution-told-resident-enter" in heard(town)


def test_who_is_met_from_afar_reads_every_disclosure_in_private_from_then_on(town):
    found = asks(town, residency="away")
    talk = meet(town, WANG, "verify", found.id)
    town.answer(WANG, "note", "video", talk.id)
    verified(town, ZHANG, door="二单元302")

    with town.work(0) as work:
        assert list(work.programme.subscribers()) == [LI]
