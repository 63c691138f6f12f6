"""One line of `linli check`: what was looked at, and whether it is right."""

from dataclasses import dataclass, field

from handlers.texts import Texts

# every line there may be; `check-NAME-fine` or `check-NAME-wrong` says it
NAMES = (
    *("settings", "token", "server", "proxy", "privacy", "webhook", "clock", "disk", "database"),
    *("fonts", "words", "posts", "terms", "staff", "neighbours", "group", "unforeseen"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is right, and the facts of its words."""

    name: str
    fine: bool
    facts: dict[str, str | int] = field(default_factory=dict)

    def told(self, texts: Texts) -> str:
        """Return the line as it is printed."""
        mark, state = ("✓", "fine") if self.fine else ("✗", "wrong")
        words = texts.plain(f"check-{self.name}-{state}", **self.facts)
        return f"{mark} {' '.join(words.split())}"
