"""What was said or asked, and where; parsed by handlers, taken up by verbs."""

from dataclasses import dataclass

from governance.categories import Reading
from governance.notices import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said, where, and under which message; `asked` when the command was used."""

    text: str
    photo: str
    chat: int
    message: int
    reading: Reading
    asked: bool = True
    replied: int = 0
    in_album: bool = False

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.chat < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where a question was put, to answer under it."""

    chat: int
    message: int

    @property
    def address(self) -> Address:
        """The place to answer."""
        return Address(chat=self.chat, reply_to=self.message if self.chat < 0 else None)
