"""A Bot API server of one's own that runs with --local names files of its disk."""

import pytest
from telegram.error import BadRequest

from bot.transport import AiohttpRequest, Transport

TOKEN = "123456789:AAexampleexampleexampleexampleexam"


@pytest.fixture
def transport():
    """A way to nowhere: whatever were asked of it would fail."""
    return Transport(TOKEN, "http://telegram.invalid", AiohttpRequest())


@pytest.fixture
def kept(tmp_path):
    """A file where such a server keeps it: the token is in its path."""
    path = tmp_path / TOKEN / "documents" / "file_1.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a,b")
    return path


async def test_a_file_of_the_disk_is_read_there(transport, kept):
    assert await transport.download(str(kept)) == b"a,b"


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "a folder"])
async def test_one_that_cannot_be_read_is_no_longer_there_and_names_no_token(
    transport, kept, gone
):
    kept.unlink()
    if not gone:
        kept.mkdir()

    with pytest.raises(BadRequest, match="no longer there") as caught:
        await transport.download(str(kept))

    assert caught.value.__cause__ is caught.value.__context__ is None
