"""One line of `linli check`: what was looked at, and whether it is right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handlers.texts import Texts

# every line there may be; `check-NAME-fine` or `check-NAME-wrong` says it
NAMES = (
    *("settings", "token", "server", "proxy", "privacy", "webhook", "clock", "disk", "database"),
    *("fonts", "words", "posts", "terms", "staff", "neighbours", "group", "unforeseen"),
)
Fact = str | int | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is right, and the facts of its words.

    A fact that is itself words stands there by language.
    """

    name: str
    fine: bool
    facts: dict[str, Fact] = field(default_factory=dict)

    def told(self, languages: Iterable[Texts]) -> str:
        """Return it as it is printed: its sign once, each language under the other."""
        mark = "✓" if self.fine else "✗"
        return f"{mark} " + "\n  ".join(self._in(texts) for texts in languages)

    def _in(self, texts: Texts) -> str:
        state = "fine" if self.fine else "wrong"
        said = {
            name: fact[texts.language] if isinstance(fact, Mapping) else fact
            for name, fact in self.facts.items()
        }
        return " ".join(texts.plain(f"check-{self.name}-{state}", **said).split())
