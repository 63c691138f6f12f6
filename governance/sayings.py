"""Where words of a list stand in a text, and where their signs only happen to stand together."""

# 好事 stands in 这是一件好事 and not in 做好|事故登记: there it is cut on both sides

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

Segmenter = Callable[[str], list[str]]
Words = tuple[str, ...] | frozenset[str]


class Said:
    """A text, and where the words of it meet; `longer` hold others and do not mean them."""

    # 落水管, a downpipe, is no 落水, a fall into water

    def __init__(self, text: str, segment: Segmenter = list, longer: tuple[str, ...] = ()) -> None:
        self._text = text.lower()
        self._segment = segment
        self._longer = longer

    @cached_property
    def _edges(self) -> frozenset[int]:
        return frozenset(accumulate(map(len, self._segment(self._text)), initial=0))

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        return tuple(s for word in self._longer for s in self._spots(word.lower()))

    def _spots(self, word: str) -> Iterator[tuple[int, int]]:
        at = self._text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = self._text.find(word, at + 1)

    def held(self, words: Words) -> Iterator[str]:
        """Yield which of these words are meant here, in small letters."""
        there = filter(self._text.__contains__, _small(words))  # few are: the rest costs little
        return filter(self.holds, there)

    def holds(self, word: str) -> bool:
        """Whether a word is meant here, be it as the beginning or the end of another."""
        small = word.lower()
        if small.isascii():
            return re.search(rf"\b{re.escape(small)}", self._text) is not None
        return any(
            not self._edges.isdisjoint(spot) and not self._inside(*spot)
            for spot in self._spots(small)
        )

    def times(self, word: str) -> int:
        """Return how often a word stands here as one of its own, or as several words."""
        small = word.lower()
        if small.isascii():
            return len(re.findall(rf"\b{re.escape(small)}\b", self._text))
        return sum(self._edges.issuperset(spot) for spot in self._spots(small))

    def _inside(self, begin: int, end: int) -> bool:
        return any(first <= begin and end <= last for first, last in self._spans)


@lru_cache(maxsize=1_024)  # the same few lists for every text
def _small(words: Words) -> tuple[str, ...]:
    return tuple(map(str.lower, words))
