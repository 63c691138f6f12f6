"""Envelopes by libsodium: sealed boxes, whose private halves are files outside the database.

A key is a file of its own in the folder of keys, named after the public half, readable by its
owner alone. Nothing of it is kept in memory: once the file is gone, so is what it opened.
The library is imported where it is used: few communities hold a secret ballot, and it would cost
each of them memory from the start.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from governance.refusals import Refusal

if TYPE_CHECKING:
    from nacl.public import PrivateKey

LOST = "refusal-ballot-key"
KEY, CODE = 32, 10  # bytes
SUFFIX = ".key"


class Envelopes:
    """The keys in a folder, and what they open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fresh(self) -> str:
        """Make a key pair whose private half is on the disk before this returns."""
        from nacl.encoding import HexEncoder  # only now: see above
        from nacl.public import PrivateKey

        private = PrivateKey.generate()
        public = private.public_key.encode(HexEncoder).decode()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._file(public).with_suffix(".part")
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(bytes(private))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._file(public))
        self._settled()
        return public

    def seal(self, public: str, inside: bytes) -> bytes:
        """Close an envelope; no private half is needed."""
        from nacl.encoding import HexEncoder  # only now: see above
        from nacl.public import PublicKey, SealedBox

        return SealedBox(PublicKey(public.encode(), HexEncoder)).encrypt(inside)

    def open(self, public: str, sealed: Iterable[bytes]) -> Sequence[bytes]:
        """Return what is inside of each; Refusal where the key is lost or is not the right one."""
        from nacl.exceptions import CryptoError  # only now: see above
        from nacl.public import SealedBox

        box = SealedBox(self._private(public))
        try:
            return [box.decrypt(each) for each in sealed]
        except CryptoError:
            raise Refusal(LOST) from None  # its words could hold what was inside

    def codes(self, public: str, words: Sequence[str]) -> Sequence[str]:
        """Return a word for each, by what the private half derives; Refusal if it is lost."""
        derived = hashlib.blake2b(bytes(self._private(public)), person=b"linli codes").digest()
        return [_short(hmac.digest(derived, word.encode(), "sha256")) for word in words]

    def destroy(self, public: str) -> None:
        """Overwrite a private half and delete it; none that is there is none to destroy."""
        file = self._file(public)
        with suppress(FileNotFoundError):
            with file.open("r+b") as held:
                held.write(os.urandom(KEY))
                held.flush()
                os.fsync(held.fileno())
            file.unlink()
        if self._folder.exists():
            self._settled()

    def _private(self, public: str) -> "PrivateKey":
        from nacl.public import PrivateKey  # only now: see above

        try:
            found = self._file(public).read_bytes()
        except OSError:
            raise Refusal(LOST) from None
        if len(found) != KEY:
            raise Refusal(LOST)
        return PrivateKey(found)

    def _file(self, public: str) -> Path:
        return self._folder / f"{hashlib.sha256(public.encode()).hexdigest()[:32]}{SUFFIX}"

    def _settled(self) -> None:
        """Let the folder outlive a power cut."""
        with suppress(OSError):  # Windows opens no folder
            folder = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _short(digest: bytes) -> str:
    return base64.b32encode(digest[:CODE]).decode().lower()
