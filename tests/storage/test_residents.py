from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.consent import Consent
from governance.refusals import Conflict, Unknown
from governance.residents import Residency, Resident, ResidentStatus
from storage import directory
from storage.residents import Residents

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LI, ZHANG = 5001, 5002


@pytest.fixture
def residents(connection):
    return Residents(connection, directory.community(connection, "xingfuli"))


def home(**more):
    given = {
        "person": LI,
        "building": "b3",
        "door": "2-301",
        "residency": Residency.AWAY,
        "status": ResidentStatus.PENDING,
        "asked_at": AT,
    }
    return Resident(**{**given, **more})


def test_a_binding_comes_back_as_it_was_written(residents):
    whole = home(
        decided_at=AT + timedelta(days=1), decided_by="wang", note="@not-met", doubted=True
    )

    written = residents.save(whole)

    assert residents.get(written.id) == written == replace(whole, id=written.id)


def test_what_moves_is_written_and_where_somebody_lives_stays(residents):
    before = residents.save(home())

    residents.save(replace(before, status=ResidentStatus.VERIFIED, building="b1", door="9"))

    after = residents.get(before.id)
    assert (after.status, after.building, after.door) == (ResidentStatus.VERIFIED, "b3", "2-301")
    assert after.version == before.version + 1


def test_of_two_who_write_at_once_the_second_is_told(residents):
    read = residents.save(home())
    residents.save(replace(read, status=ResidentStatus.VERIFIED))

    with pytest.raises(Conflict):
        residents.save(replace(read, status=ResidentStatus.REFUSED))


def test_bindings_are_found_by_person_household_and_building(residents):
    lived = residents.save(home())
    let = residents.save(home(building="b5", door="101"))
    other = residents.save(home(person=ZHANG))

    assert residents.of(LI) == [lived, let]
    assert residents.household("b3", "2-301") == [lived, other]
    assert residents.household("b3", "2-302") == []
    assert residents.within(["b5", "b6"]) == [let]
    assert residents.within([]) == []


def test_a_binding_of_another_community_is_not_found(connection, residents):
    found = residents.save(home())
    others = Residents(connection, directory.community(connection, "other"))

    with pytest.raises(Unknown, match="refusal-no-resident"):
        others.get(found.id)
    assert others.of(LI) == others.household("b3", "2-301") == others.within(["b3"]) == []


def test_the_newest_answer_counts(residents):
    given = Consent(version=1, at=AT, given=True)
    residents.answer(LI, given)
    first = residents.consent(LI)

    residents.answer(LI, replace(given, given=False))

    assert first == given
    assert residents.consent(LI) == replace(given, given=False)
    assert residents.consent(ZHANG) is None
