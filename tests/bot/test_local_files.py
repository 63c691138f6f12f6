"""A Bot API server of one's own that runs with --local names files of its disk."""

import errno
import io

import pytest
from structlog.testing import capture_logs
from telegram.error import BadRequest, NetworkError

from bot import local
from bot.errors import NeverLeft
from bot.transport import AiohttpRequest, Transport
from config.settings import TELEGRAM

TOKEN = "123456789:AAexampleexampleexampleexampleexam"


def transport(base="http://telegram.invalid"):
    """A way that was not started: whatever were asked of a server would fail."""
    return Transport(TOKEN, base, AiohttpRequest())


@pytest.fixture
def kept(tmp_path):
    """A file where such a server keeps it: the token is in its path."""
    path = tmp_path / TOKEN / "documents" / "file_1.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a,b")
    return path


async def test_a_file_of_the_disk_is_read_there(kept):
    assert await transport().download(str(kept)) == b"a,b"


async def test_telegrams_own_server_can_name_no_file_of_ours(kept):
    with pytest.raises(NetworkError):
        await transport(TELEGRAM).download(str(kept))


async def test_a_path_below_the_servers_own_is_never_one_of_the_disk(kept, monkeypatch):
    monkeypatch.chdir(kept.parent)
    for path in (kept.name, f"../documents/{kept.name}"):
        with pytest.raises(NetworkError):
            await transport().download(path)


async def test_more_than_telegram_gives_is_too_big(kept, monkeypatch):
    monkeypatch.setattr(local, "LARGEST", 2)

    with pytest.raises(BadRequest, match="too big"):
        await transport().download(str(kept))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOENT, BadRequest),
        (errno.EACCES, BadRequest),
        (errno.EISDIR, BadRequest),
        (errno.EIO, NeverLeft),
        (errno.EMFILE, NeverLeft),
    ],
)
async def test_why_one_cannot_be_read_is_logged_without_the_token(kept, monkeypatch, number, kind):
    def refuse(file, *_more, **_options):
        raise OSError(number, "no", str(file))

    monkeypatch.setattr(io, "open", refuse)
    with capture_logs() as logs, pytest.raises(kind) as caught:
        await transport().download(str(kept))

    assert type(caught.value) is kind
    assert [line["failure"] for line in logs] == [errno.errorcode[number]]
    assert TOKEN not in repr(logs)
    assert caught.value.__cause__ is caught.value.__context__ is None


async def test_a_path_that_no_system_knows_is_no_file():
    with pytest.raises(BadRequest, match="no longer there"):
        await transport().download("/a\x00b")
