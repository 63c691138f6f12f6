"""Supervision reads the audit in words: nothing that is written there is a raw verb (A16, F03)."""

import pytest

from handlers.views.supervision import audit
from tests.house.noted import noted
from tests.house.words import LANGUAGES, WORDS

NOTED, CALLS = noted()


def test_the_scan_finds_what_services_write():
    assert CALLS > 70
    assert {("edition-submit", "edition"), ("read_trail", "case"), ("mute", "case")} <= set(NOTED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_of_the_audit_has_words(language):
    raw = [
        (verb, kind)
        for verb, kind in NOTED
        if not any(key in WORDS[language] for key in audit.keys(verb, kind))
    ]

    assert raw == []
