"""What readers ask."""

from dataclasses import replace
from datetime import UTC, datetime

from governance.disclosures.readers import Question

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_a_question_is_open_until_somebody_answers():
    asked = Question(edition=1, line=2, person=3, at=NOON, due=NOON, text="为什么这么贵？")
    assert asked.open
    assert not replace(asked, answer="见合同", answered_by="chen", answered_at=NOON).open
