"""What was said or asked, and where; parsed by handlers, taken up by verbs."""

from dataclasses import dataclass

from governance.categories import Reading
from governance.intake import AttachmentKind
from governance.notices import Address

NOBODY = -1  # the author of a message for which no person answers: a bot's, a channel's


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said, where, and under which message; `asked` when the command was used.

    `author` and `name` are those of a neighbour's message that a report was put under.
    """

    text: str
    photo: str
    chat: int
    message: int
    reading: Reading
    asked: bool = True
    replied: int = 0
    voice: str = ""
    video: str = ""
    document: str = ""
    album: str = ""
    author: int = 0
    name: str = ""
    topic: int | None = None

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.chat < 0

    @property
    def address(self) -> Address:
        """The place to answer."""
        under = self.message if self.in_group and self.message else None
        return Address(chat=self.chat, reply_to=under, topic=self.topic)

    @property
    def files(self) -> tuple[tuple[AttachmentKind, str], ...]:
        """What came with the words, each by its kind."""
        here = {
            AttachmentKind.PHOTO: self.photo,
            AttachmentKind.VOICE: self.voice,
            AttachmentKind.VIDEO: self.video,
            AttachmentKind.DOCUMENT: self.document,
        }
        return tuple((kind, file) for kind, file in here.items() if file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where a question was put, to answer under it."""

    chat: int
    message: int
    topic: int | None = None

    @property
    def address(self) -> Address:
        """The place to answer."""
        under = self.message if self.chat < 0 and self.message else None
        return Address(chat=self.chat, reply_to=under, topic=self.topic)
