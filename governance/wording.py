"""What of a question could be worded more fairly and plainly: suggestions, never changes (E25)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.sayings import Said, Segmenter

_QUESTIONS = re.compile(r"[?\uff1f]")
ONE = 1  # a topic asks one question
LONGEST = 25  # characters, or words of an alphabet, of a sentence (G08)
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_SAID = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


class Concern(StrEnum):
    """What could be better about some words."""

    LEADING = "leading"
    DOUBLE = "double"
    JARGON = "jargon"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lists of one language: what leads to an answer, what asks, what joins two questions."""

    leading: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One suggestion: what was said, and what could be said instead where a list knows."""

    concern: Concern
    said: str = ""
    instead: str = ""


def lint(
    text: str,
    lists: Mapping[str, Words],
    jargon: Mapping[str, str],
    segment: Segmenter = list,
) -> Sequence[Hint]:
    """Return what could be worded better, by the lists of all languages; nothing is changed."""
    every, said = [lists[language] for language in sorted(lists)], Said(text, segment)
    found = [*(hint for words in every for hint in _fair(said, words))]
    if not any(h.concern is Concern.DOUBLE for h in found) and _asks_often(text):
        found.append(Hint(concern=Concern.DOUBLE))
    return (*found, *_plainer(said, jargon), *_long(text))


def _fair(said: Said, words: Words) -> Iterator[Hint]:
    for each in words.leading:
        if said.times(each):
            yield Hint(concern=Concern.LEADING, said=each)
    asked = sum(map(said.times, words.asking))
    joined = next(filter(said.times, words.joining), "")
    if joined or asked > ONE:
        yield Hint(concern=Concern.DOUBLE, said=joined)


def _asks_often(text: str) -> bool:
    return len(_QUESTIONS.findall(text)) > ONE


def plainer(text: str, jargon: Mapping[str, str], segment: Segmenter = list) -> Sequence[Hint]:
    """Return what of a text could be said more plainly, by a list of words (G08, N23)."""
    return (*_plainer(Said(text, segment), jargon), *_long(text))


def _plainer(said: Said, jargon: Mapping[str, str]) -> Iterator[Hint]:
    for word, instead in jargon.items():
        if said.times(word):
            yield Hint(concern=Concern.JARGON, said=word, instead=instead)


def _long(text: str) -> Iterator[Hint]:
    return (Hint(concern=Concern.LONG, said=sentence) for sentence in long_sentences(text))


def long_sentences(text: str) -> Sequence[str]:
    """Return the sentences of a text that are too long to be read in one breath."""
    found = (s for s in _SENTENCE.findall(text) if len(_SAID.findall(s)) > LONGEST)
    return tuple(sentence.strip() for sentence in found)
