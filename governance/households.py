"""Households as others name them: by building and door; and who has some in his care (A06)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Household:
    """Everybody behind one door: the building by key, the door as `residents.door` writes it."""

    building: str
    door: str

    def __str__(self) -> str:
        return f"{self.building} {self.door}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """An officer who helps in one grid, by his key; `households` are not for others to read."""

    key: str
    grid: str
    duty: str
    households: tuple[Household, ...] = ()
