"""Pictures, voices and documents that were sent, by Telegram's file ids and by address."""

import hashlib
from dataclasses import dataclass
from typing import Any

_VOICE = b"OggS\x00\x02" + bytes(22)
_THUMBNAIL = 90
_VOICES, _DOCUMENTS = "oga", "bin"
_FOLDERS = {_VOICES: "voice", _DOCUMENTS: "documents"}


@dataclass(frozen=True, kw_only=True)
class File:
    """One stored file."""

    unique_id: str
    extension: str
    content: bytes
    width: int = 0
    height: int = 0
    title: str = ""

    @property
    def name(self) -> str:
        """Name the file as the page asks for it."""
        return f"{self.unique_id}.{self.extension}"

    @property
    def path(self) -> str:
        """Name the file as the bot asks for it."""
        return f"{_FOLDERS.get(self.extension, 'photos')}/{self.name}"

    @property
    def file_id(self) -> str:
        """Return the id by which the bot may send it again."""
        return f"AgACAgUAAx{self.unique_id}"

    def sizes(self) -> list[dict[str, Any]]:
        """Return the sizes of a picture, the thumbnail first."""
        scale = min(1.0, _THUMBNAIL / max(self.width, self.height, 1))
        small = {
            "file_id": f"{self.file_id}s",
            "file_unique_id": f"{self.unique_id}s",
            "width": max(1, round(self.width * scale)),
            "height": max(1, round(self.height * scale)),
        }
        full = {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "width": self.width,
            "height": self.height,
        }
        return [{**size, "file_size": len(self.content)} for size in (small, full)]

    @property
    def silent(self) -> bool:
        """Tell whether this is a voice without a sound, as people here speak."""
        return self.content.startswith(_VOICE)

    @property
    def is_document(self) -> bool:
        """Tell whether this is a document, which a browser must only save."""
        return self.extension == _DOCUMENTS

    def shape(self, kind: str) -> dict[str, Any]:
        """Return a voice or document as it stands in a message."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "mime_type": kind,
            "file_size": len(self.content),
        }

    def reference(self) -> dict[str, Any]:
        """Return the answer to getFile."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "file_path": self.path,
        }


class Files:
    """Everything that was sent, kept in memory."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def picture(self, content: bytes) -> File | None:
        """Keep a picture; None where the bytes are none."""
        measured = measure(content)
        if measured is None:
            return None
        extension, width, height = measured
        return self._keep(content, extension, width, height)

    def voice(self, salt: str) -> File:
        """Keep a silent voice message."""
        return self.recording(_VOICE + salt.encode())

    def recording(self, content: bytes) -> File:
        """Keep a voice message as it was sent."""
        return self._keep(content, _VOICES, 0, 0)

    def document(self, title: str, content: bytes) -> File:
        """Keep a document under its own name."""
        return self._keep(content, _DOCUMENTS, 0, 0, title)

    def by_id(self, file_id: str) -> File | None:
        """Return the file with this id, in whichever size."""
        return next(
            (f for f in self._files.values() if file_id in (f.file_id, f"{f.file_id}s")), None
        )

    def by_name(self, name: str) -> File | None:
        """Return the file of this name or path."""
        return self._files.get(name.rpartition("/")[2])

    def _keep(
        self, content: bytes, extension: str, width: int, height: int, title: str = ""
    ) -> File:
        file = File(
            unique_id=hashlib.sha256(title.encode() + content).hexdigest()[:16],
            extension=extension,
            content=content,
            width=width,
            height=height,
            title=title,
        )
        return self._files.setdefault(file.name, file)


def measure(content: bytes) -> tuple[str, int, int] | None:
    """Return extension, width and height of a PNG or JPEG."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) > 24:  # noqa: PLR2004 -- IHDR
        return "png", int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content.startswith(b"\xff\xd8"):
        return "jpg", *_measure_jpeg(content)
    return None


def _measure_jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:  # noqa: PLR2004 -- a JPEG marker
        if content[at + 1] in (0xC0, 0xC1, 0xC2):
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(
                content[at + 5 : at + 7]
            )
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return 1, 1
