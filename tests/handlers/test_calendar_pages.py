"""The calendar of disclosures is turned in private, and is shorter for a resident."""

from datetime import date

import pytest

from governance.disclosures.edition import Edition
from handlers.buttons import VerbPress
from tests.handlers.showing import presses
from tests.handlers.test_disclosures_views import listing
from tests.services.disclosures.programmes import begun
from tests.services.town import GROUP, HE


def test_a_long_list_has_pages_in_private_alone(town):
    begun(town)
    for number in range(30):
        with town.work(0) as work:
            edition = Edition(item="policy", occasion=f"第{number:02}件", due=date(2026, 12, 1))
            work.disclosures.add(edition)

    first, second = listing(town, chat=HE), listing(town, chat=HE, start=12)
    assert (first.text.count("惠民政策"), second.text.count("惠民政策")) == (12, 12)
    assert VerbPress("w", 12, "calendar") in presses(first)
    assert VerbPress("w", 24, "calendar") in presses(second)
    assert VerbPress("w", 0, "calendar") in presses(second)
    assert not presses(listing(town, chat=GROUP))


@pytest.mark.parametrize(("absent", "lines"), [(0, 6), (8, 8), (30, 12)])
def test_a_resident_reads_fewer_lines_first_but_all_that_is_absent(town, absent, lines):
    begun(town)
    for number in range(30):
        with town.work(0) as work:
            due = date(2026, 11, 29 if number < absent else 30)
            work.disclosures.add(Edition(item="policy", occasion=f"第{number:02}件", due=due))

    shown = listing(town)

    assert shown.text.count("由居（村）委会起草") == lines
    assert shown.text.count("应公开未公开</b>：") == min(absent, lines)
    assert VerbPress("w", lines, "calendar") in presses(shown)
    assert listing(town, chat=GROUP).text.count("由居（村）委会起草") == 12
