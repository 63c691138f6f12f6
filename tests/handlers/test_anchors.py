"""The line of a day and the answers of /verify, in the words of each language."""

import pytest

from storage.anchors import Anchors
from storage.audit import seal
from storage.rows import ms
from tests.handlers.showing import show
from tests.services.town import AT, GROUP

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
DAYS = {"first": "2026-11-01", "last": "2026-11-03", "fits": "2026-11-01", "misfit": "2026-11-02"}
SIZES = {"sealed": 7, "tail": 1, "fault": "", "entry": 0}


@LANGUAGES
def test_the_line_of_a_day_is_one_short_line_with_the_letters_as_they_were_kept(town, language):
    town.report()
    with town.work(0) as work:
        seal(work.connection, town.id, ms(AT))
        anchor = Anchors(work.connection, town.id).drop(AT.date(), AT)

    told = show(town, "anchor", GROUP, language=language, day=str(AT.date())).text

    assert anchor.hash[:4] + ":" + anchor.hash[4:8] in told
    assert f"{anchor.count}" in told
    assert "\n" not in told
    assert len(told) < 140


@LANGUAGES
@pytest.mark.parametrize(
    ("changed", "named", "unnamed"),
    [
        ({"whole": True, "misfit": "", "fits": "2026-11-03"}, "2026-11-03", "✗"),
        ({"whole": True, "misfit": "", **dict.fromkeys(("first", "last", "fits"), "")}, "✓", "✗"),
        ({"whole": False}, "2026-11-02", "✓"),
        ({"whole": False, "fits": ""}, "2026-11-02", "2026-11-01"),
        ({"whole": False, "misfit": ""}, "2026-11-01", "2026-11-02"),
        ({"whole": False, "misfit": "", "fits": ""}, "✗", "2026"),
    ],
)
def test_what_a_check_came_to_names_its_day(town, language, changed, named, unnamed):
    facts = {**DAYS, **SIZES, **changed}
    told = show(town, "verify-whole", GROUP, language=language, **facts).text

    assert named in told
    assert unnamed not in told


@LANGUAGES
def test_a_check_that_was_given_up_says_neither_yes_nor_no(town, language):
    told = show(town, "verify-whole", GROUP, language=language).text

    assert not {"✓", "✗"} & set(told)
    assert "/verify" in told
