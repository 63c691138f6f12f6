"""Sums in words and figures, and what a menu said that a project costs (E19)."""

import re
from collections.abc import Iterable, Mapping

from governance.refusals import Refusal
from governance.resolutions.clauses import Clause

FEN = 100
_YUAN = re.compile(r"[¥￥]?\s*(\d[\d,，]{0,14}(?:\.\d{1,2})?)\s*(?:\u5143|yuan)?")
_BETWEEN = re.compile(r"\s+")


def fen(text: str) -> int:
    """Return the yuan that somebody wrote in figures, in fen; Refusal where it is no such sum."""
    found = _YUAN.fullmatch(text.strip())
    if found is None:
        raise Refusal("refusal-resolution-money")
    whole, _, part = re.sub("[,，]", "", found[1]).partition(".")
    return int(whole) * FEN + int(f"{part:0<2}")


def yuan(money: int) -> str:
    """Return fen as yuan in figures, which `fen` reads back."""
    whole, part = divmod(money, FEN)
    return f"{whole}.{part:02}" if part else str(whole)


def check(clauses: Iterable[Clause], winners: Mapping[str, int]) -> None:
    """Raise Refusal where the promises of a project cost more together than its menu said.

    A promise belongs to the project whose name it says, of several names to the longest.
    """
    costs = dict.fromkeys(winners, 0)
    for clause in clauses:
        if project := _project(clause.what, winners):
            costs[project] += clause.money
    for project, price in winners.items():
        if costs[project] > price:
            facts = {"project": project, "price": yuan(price), "cost": yuan(costs[project])}
            raise Refusal("refusal-resolution-price", **facts)


def _project(what: str, winners: Mapping[str, int]) -> str | None:
    said = _bare(what)
    named = [name for name in winners if _bare(name) in said]
    return max(named, key=lambda name: (len(_bare(name)), name), default=None)


def _bare(text: str) -> str:
    return _BETWEEN.sub("", text).lower()
