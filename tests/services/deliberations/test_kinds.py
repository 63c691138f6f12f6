"""A kind of matter names who must be heard, what it must pass and in what form it ends (E02)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from config.deliberation import EntryRow, catalogue
from governance.ballots.roll import Participant
from governance.ballots.states import BallotAction
from governance.deliberations.concerned import Concerned
from governance.deliberations.required import entry, required
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.deliberations.topic import lacking
from governance.directory import Role
from governance.procedure import Entry, Level
from governance.refusals import Refusal
from services.ballots import acting
from services.deliberations import looking, naming, speaking, waiting
from services.resolutions import drafting
from storage.roll import Roll
from tests.bases import memory
from tests.governance.deliberations.matters import TALKED
from tests.handlers.showing import show
from tests.services.ballots.booth import ballot as voted
from tests.services.ballots.booth import draft, live
from tests.services.deliberations.topics import fill, later, speak, submit, take, topic
from tests.services.joining import newest
from tests.services.town import CHEN, LI, ZHANG, Town

A, S = TopicAction, TopicStatus
KIND = Entry(
    key="pact",
    names={"zh-CN": "居民公约"},
    level=Level.DELEGATED,
    participants=("stakeholder", "representative"),
    stages=("meeting", "hearing"),
    days=7,
    statements=2,
    result="pact",
)

HERE = (Concerned(Participant.STAKEHOLDER, "b3", "101"),)


@pytest.fixture
def town(community):
    """张伯 is the residents' representative, and the catalogue has one kind."""
    speaker = replace(
        community.officer("ma"), offices=frozenset({Role.REPRESENTATIVE}), telegram=ZHANG
    )
    officers = tuple(speaker if o.key == "ma" else o for o in community.officers)
    with memory() as engine:
        yield Town(engine, replace(community, officers=officers, catalogue=(KIND,)))


def put(town, **changed):
    began = {"status": S.DISCUSSION, "discussed_from": town.now, "at": town.now, "entry": "pact"}
    with town.work(CHEN) as work:
        return work.topics.add(
            replace(TALKED, **(began | {"lead": "chen", "statements": 0}) | changed)
        )


def missing(town):
    found = topic(town)
    return lacking(found, required(town.community, found), town.now)


def test_more_than_usual_is_required_and_never_less(town):
    found = required(town.community, put(town))

    assert (found.days, found.statements) == (7, 5)
    assert required(town.community, put(town, entry="")) == town.community.deliberation
    assert entry(town.community, put(town, entry="gone")) is None


def test_of_neighbours_fewer_are_enough_but_no_fewer_than_their_kind_wants(town):
    near = required(town.community, put(town, entry="", node="building:b3"))
    assert (near.statements, near.seconds, near.days) == (3, 3, town.community.deliberation.days)

    assert required(town.community, put(town, node="building:b3")).statements == 3
    more = replace(town.community, catalogue=(replace(KIND, statements=4),))
    assert required(more, put(town, node="building:b3")).statements == 4


def name_door_101(town):
    town.do(CHEN, naming.begin, 1)
    talk = newest(town, CHEN)
    town.answer(CHEN, "party", "", talk)
    town.say(CHEN, "3号楼101")
    submit(town, CHEN)


def test_until_each_class_was_heard_no_ballot_is_held(town):
    put(town)
    live(town, LI, "101")
    live(town, ZHANG, "102")
    name_door_101(town)
    assert "participants" in missing(town)

    speak(town, LI)
    assert topic(town).heard == {"stakeholder"}
    assert "participants" in missing(town)

    speak(town, ZHANG)
    assert topic(town).heard == {"stakeholder", "representative"}
    assert "participants" not in missing(town)


def test_who_is_named_after_he_spoke_was_heard(town):
    put(town)
    live(town, LI, "101")
    speak(town, LI)
    assert topic(town).heard == frozenset()

    name_door_101(town)

    assert topic(town).heard == {"stakeholder"}


def test_whoever_is_against_it_by_his_own_word_is_heard_as_concerned(town):
    put(town)
    live(town, LI, "101")
    speak(town, LI, "against", affected="yes")

    assert topic(town).heard == {"stakeholder"}


def test_a_second_round_hears_them_anew(town):
    put(town, status=S.INVALID, heard=frozenset({"stakeholder"}))

    assert take(town, A.RETRY).heard == frozenset()


def test_a_hearing_of_the_first_round_passes_no_stage_of_the_second(town):
    held = {"vital": True, "meetings": 1, "consultations": frozenset({Consultation.HEARING})}
    put(town, status=S.NO_CONSENSUS, **held)
    assert not {"stages", "consultation"} & set(missing(town))

    take(town, A.RETRY)

    assert {"stages", "consultation"} <= set(missing(town))
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(1), meetings=1))
    assert {"stages", "consultation"} <= set(missing(town))


def test_whoever_spoke_in_the_first_round_is_not_heard_by_it_in_the_second(town):
    put(town, concerned=HERE)
    live(town, LI, "101")
    live(town, ZHANG, "102")
    speak(town, LI)
    with town.work(CHEN) as work:
        work.topics.save(replace(work.topics.get(1), status=S.INVALID))
    later(town, hours=1)
    take(town, A.RETRY)

    speak(town, ZHANG)
    assert topic(town).heard == {"representative"}
    speak(town, LI)
    assert topic(town).heard == {"representative", "stakeholder"}


def test_what_waits_for_its_batch_lets_nobody_be_heard_yet(town):
    put(town, concerned=HERE)
    live(town, LI, "101")
    live(town, ZHANG, "102")
    speak(town, LI, name="hidden")

    speak(town, ZHANG)
    assert topic(town).heard == {"representative"}
    town.ring("topic_batch")
    assert topic(town).heard == {"representative", "stakeholder"}


def test_a_guest_is_heard_as_of_no_class_though_he_holds_an_office_that_is_one(town):
    put(town)
    both = frozenset({Role.REPRESENTATIVE, Role.DEPUTY})
    officers = tuple(
        replace(o, offices=both) if o.telegram == ZHANG else o for o in town.community.officers
    )
    town.roll = Roll(replace(town.community, officers=officers), town.id)
    town.do(ZHANG, speaking.begin, 1)
    fill(town, ZHANG, stance="for", text="好")
    said = submit(town, ZHANG)

    assert (said.guest, said.shown) == (True, True)
    assert topic(town).heard == frozenset()


@pytest.mark.parametrize(
    ("passed", "lacks"),
    [
        ({}, True),
        ({"meetings": 1}, True),
        ({"consultations": frozenset({Consultation.HEARING})}, True),
        ({"meetings": 1, "consultations": frozenset({Consultation.HEARING})}, False),
    ],
)
def test_each_stage_of_its_kind_must_be_passed(town, passed, lacks):
    put(town, **passed)

    assert ("stages" in missing(town)) is lacks


def test_the_guard_of_ballots_is_the_same(town):
    ready = {"meetings": 1, "summarised_at": town.now, "status": S.POLLING}
    made = put(town, discussed_from=town.now - timedelta(days=8), **ready)
    found = draft(town, topic=made.id)

    with pytest.raises(Refusal) as refused:
        town.do(CHEN, acting.act, found.id, BallotAction.SCHEDULE)
    assert refused.value.key == "refusal-ballot-untalked"
    assert voted(town).status == "draft"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_who_asks_is_told_which_and_whom(town, language):
    put(town, meetings=1)
    town.do(CHEN, looking.ballot, 1)
    assert {"stages", "participants"} <= set(
        str(town.facts("topic-lacking")["missing"]).split(",")
    )

    facts = {"topic": 1, "number": 1, "missing": "stages,participants", "language": language}
    text = show(town, "topic-lacking", CHEN, reader=CHEN, **facts).text
    words = {
        "zh-CN": ("听证会", "利益相关人", "开会"),
        "en": ("a hearing", "concerned", "a meeting"),
    }
    said = words[language]
    assert said[0] in text
    assert said[2] not in text
    card = show(town, "topic", LI, topic=1, number=1, language=language).text
    assert said[0] in card


def test_a_matter_of_a_kind_ends_in_its_form(town):
    put(town, status=S.CONSENSUS, concerned=(Concerned(Participant.PARTY, "b3"),))
    talk = town.do(CHEN, drafting.begin, 1)
    assert talk.text("form") == "pact"

    wrong = replace(talk, data={**talk.data, "form": "plan", "text": "按此办理"})
    with pytest.raises(Refusal) as refused:
        town.do(CHEN, drafting.written, wrong)
    assert refused.value.key == "refusal-resolution-form"


def test_the_file_says_it(town):
    row = EntryRow.model_validate(
        {
            "names": {"zh-CN": "公约"},
            "level": "delegated",
            "participants": ["stakeholder", "representative"],
            "stages": ["meeting", "hearing"],
            "days": 7,
            "statements": 2,
            "result": "pact",
        }
    )

    assert catalogue({"pact": row}) == (replace(KIND, names={"zh-CN": "公约"}),)


def test_the_group_reads_of_the_days_that_the_kind_wants(town):
    put(town, status=S.NOTICED, discussed_from=None)
    take(town, A.DISCUSS)
    town.ring(waiting.REMIND)

    assert town.now == topic(town).discussed_from + timedelta(days=6)
    until = int((topic(town).discussed_from + timedelta(days=7)).timestamp() * 1000)
    assert town.facts("topic-reminder")["until"] == until
