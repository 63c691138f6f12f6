"""Which groups the bot was put out of: one card says it of all of them, as it stands now."""

import pytest

from governance.chats import Membership, Standing
from services.chats import standing
from tests.handlers.showing import show
from tests.services.disclosures.accounts import OTHER, also
from tests.services.town import GROUP, STAFF

BACK = Standing(membership=Membership.MEMBER)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_card_names_one_group_or_all_of_them_and_says_when_it_is_back(town, language):
    def said():
        subject = f"chat-lost:2026110201:{STAFF}"
        return show(town, "chat-lost", STAFF, subject=subject, reader=0, language=language).text

    also(town, count=2)
    town.do(0, standing.failed, GROUP, inside=False)
    one = said()
    for chat in (OTHER, OTHER - 1):
        town.do(0, standing.failed, chat, inside=False)
    all_ = said()
    for chat in (GROUP, OTHER, OTHER - 1):
        town.do(0, standing.stood, chat, BACK)

    assert "幸福里居民群" in one
    assert "\n" not in one
    head, *names = all_.split("\n")
    assert "3" in head
    assert sorted(name.strip("· 《》“”") for name in names) == ["幸福里居民群", "群0", "群1"]
    assert "群0" not in said()
    assert {"zh-CN": "登记已恢复", "en": "registered as before"}[language] in said()
