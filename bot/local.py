"""Files of a Bot API server of one's own that runs with --local: they lie on a disk we share."""

import errno
from pathlib import Path

import structlog
from telegram.error import BadRequest

from bot.errors import NeverLeft

log = structlog.get_logger(__name__)
LARGEST = 20 * 2**20  # bytes; more is not had from Telegram's own server either
# of the disk, or of this machine, which may do better later
PASSING = frozenset(
    {errno.EIO, errno.EMFILE, errno.ENFILE, errno.ESTALE, errno.ENOMEM}
    | {errno.EAGAIN, errno.EBUSY, errno.ETIMEDOUT}
)


def from_disk(path: str) -> bytes:
    """Read a file by the path that getFile named.

    Raise BadRequest where it cannot be had, NeverLeft where it may be later.
    """
    body, failure = b"", 0
    try:
        with Path(path).open("rb") as file:
            body = file.read(LARGEST + 1)
    except OSError as error:
        failure = error.errno or errno.EIO
    except ValueError:  # a path that no system knows
        failure = errno.ENOENT
    if len(body) > LARGEST:
        raise BadRequest("file is too big")
    if not failure:
        return body
    # Told out here: the path holds the token, and so does an error that knows the path.
    told = errno.errorcode.get(failure, str(failure))
    log.error("file.unread", failure=told)
    if failure in PASSING:
        raise NeverLeft(told)
    raise BadRequest("the file is no longer there, or may not be read")
