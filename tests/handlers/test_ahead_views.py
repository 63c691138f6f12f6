"""A stage that goes on before an earlier one: where supervision lets it, where everybody reads."""

import pytest

from services.history import Series
from services.supervision import ahead
from tests.handlers.showing import presses, show
from tests.services.disclosures.projecting import B, H, in_force, opened
from tests.services.disclosures.projecting import show as tell
from tests.services.supervision.test_ahead import WHY, let
from tests.services.town import CHEN, GROUP, LI, WANG, WU

SAID = f"）以“{WHY}”同意先做“进展到一半”这一步；缺的仍要公开"


@pytest.fixture
def late(town):
    """A project whose beginning is missing."""
    in_force(town)
    town.ring("stage")
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    return town


def taps(town, reader, key="resolution", **facts):
    subject = f"resolution:1:{reader}:0" if key == "resolution" else ""
    shown = show(town, key, reader, subject=subject, reader=reader, **facts)
    return [p.verb for p in presses(shown) if p.verb.startswith("ahead")]


def test_supervision_alone_finds_the_tap_and_only_while_something_is_missed(town):
    in_force(town)
    assert taps(town, WU) == []
    town.ring("stage")
    town.ring("disclosure_absent")
    town.ring("disclosure_absences")
    assert taps(town, WU) == ["ahead=1-1"]
    assert [taps(town, reader) for reader in (CHEN, WANG, LI)] == [[], [], []]
    early = {"resolution": 1, "number": 1, "clause": 1, "stage": "settled", "missing": "before"}
    assert taps(town, WU, "resolution-early", **early) == ["ahead=1-2"]
    assert taps(town, WANG, "resolution-early", **early) == []
    let(town)
    assert taps(town, WU) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_everybody_reads_it_on_the_card_in_the_record_and_on_the_edition(late, language):
    let(late)
    opened(late, H)
    edition = tell(late, H)
    more = {"reader": 0, "language": language}
    texts = [
        show(late, "resolution", GROUP, subject="resolution:1:0:0", **more).text,
        show(late, "disclosure", GROUP, subject=f"disclosure:{edition}:0:{GROUP}", **more).text,
        *(
            show(late, "history-of", GROUP, series=series, of=of, part=0, language=language).text
            for series, of in ((Series.RESOLUTION, 1), (Series.DISCLOSURE, edition))
        ),
    ]
    assert [WHY in text for text in texts] == [True] * 4
    if language == "zh-CN":
        assert f"“开工前”未公开，监督委员会（吴老）以“{WHY}”同意先行" in texts[1]
        assert [SAID in text for text in (texts[0], *texts[2:])] == [True] * 3


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_supervision_is_asked_what_is_missing_and_what_would_go_on(late, language):
    talk = late.do(WU, ahead.ask, 1, 1, H)
    subject = f"dialogue:{talk.id}"
    said = show(late, "dialogue", WU, subject=subject, reader=WU, language=language).text
    zh = "“开工前”没有公开，同意先做“进展到一半”这一步" in said
    assert (zh, "not shown; let “halfway” go on" in said) == (
        language == "zh-CN",
        language == "en",
    )


def test_an_edition_says_nothing_of_what_was_shown_before_it_after_all(late):
    let(late)
    tell(late, B)
    opened(late, H)
    edition = tell(late, H)
    subject = f"disclosure:{edition}:0:{GROUP}"
    assert WHY not in show(late, "disclosure", GROUP, subject=subject, reader=0).text
    assert WHY in show(late, "resolution", GROUP, subject="resolution:1:0:0", reader=0).text


def test_the_desk_counts_what_was_let_go_on(late):
    let(late)
    now = {"now": int(late.now.timestamp() * 1000), "start": 0}
    desk = show(late, "supervise", WU, reader=WU, list="first", **now)
    assert "没公开就同意先行：1 个决议" in desk.text
    listed = show(late, "supervise", WU, reader=WU, list="ahead", **now)
    assert "决议1" in listed.text
    assert listed.text.endswith("1 次")
