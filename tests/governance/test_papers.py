from datetime import UTC, datetime

import pytest

from governance.papers import Format, Paper

AT = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("how", "media"),
    [(Format.PICTURE, "photo"), (Format.A4, "document"), (Format.A3, "document")],
)
def test_a_picture_is_a_photo_and_paper_a_document(how, media):
    paper = Paper(key="k", sheet="s", format=how, name="n", language="zh-CN", at=AT)

    assert paper.media == media
