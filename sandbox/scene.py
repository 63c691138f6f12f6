"""Where a story plays, and who tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sandbox.client import Town
from sandbox.transcript import Transcript

Crowd = dict[int, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a story plays, who tells it, its crowds, and the words it has kept."""

    town: Town
    transcript: Transcript
    crowds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def count(self) -> None:
        """Keep of each crowd how many groups it is."""
        self.kept.update({name: str(len(self.crowd(name))) for name in self.crowds})

    def crowd(self, name: str) -> Crowd:
        """Return the groups of a crowd as they are numbered now, and their titles."""
        groups = self.town.world()["chats"]
        begins = self.crowds[name]
        return {
            one["id"]: one["title"]
            for one in groups
            if one["type"] != "private"
            and one["migrated_to"] is None
            and one["title"].startswith(begins)
        }
