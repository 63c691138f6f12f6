from datetime import UTC, datetime

import pytest

from governance.consent import VERSION, Consent, stands

AT = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("consent", "holds"),
    [
        (None, False),
        (Consent(version=VERSION, at=AT, given=True), True),
        (Consent(version=VERSION - 1, at=AT, given=True), False),
        (Consent(version=VERSION, at=AT, given=False), False),
    ],
)
def test_consent_stands_for_the_present_words_until_it_is_taken_back(consent, holds):
    assert stands(consent) is holds
