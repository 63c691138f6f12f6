"""What every page of a secret ballot says of its own limits: of a slip, and of whom one trusts."""

import pytest

from tests.handlers.showing import show
from tests.handlers.test_paper_views import card, sheet, voted
from tests.services.ballots.booth import opened
from tests.services.ballots.cabin import EIGHT, town
from tests.services.town import GROUP

__all__ = ["town"]
PROVES = {
    "zh-CN": ("回执只证明这只信封在票箱里，不证明里面投了什么", "谁也不能拿它证明自己投了谁"),
    "en": ("A slip proves only that its envelope was in the box, not what it said",
           "nobody can prove by it how he voted"),
}  # fmt: skip
TRUSTS = {
    "zh-CN": "结束之前，要信得过管这台机器的人和 Telegram",
    "en": "Until the close, whoever runs the machine, and Telegram, are trusted",
}
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@LANGUAGES
def test_the_posted_result_its_sheet_and_its_slips_say_what_a_slip_proves_and_who_is_trusted(
    town, language
):
    voted(town, 0, "", 5)

    for page in (
        card(town, language=language).text,
        card(town, EIGHT[3], language).text,
        show(town, "ballot-slips", GROUP, ballot=1, page=0, language=language).text,
        "\n".join(sheet(town, language).notes),
    ):
        assert all(words in page for words in (*PROVES[language], TRUSTS[language]))


@LANGUAGES
def test_before_anybody_votes_the_paper_says_who_is_trusted_and_promises_no_more(town, language):
    opened(town, secret=True)

    for page in (card(town, EIGHT[0], language).text, card(town, language=language).text):
        assert TRUSTS[language] in page
        assert "谁也看不到" not in page
        assert "nobody can look" not in page
