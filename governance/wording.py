"""What of a question could be worded more fairly and plainly: suggestions, never changes (E25)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

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
    jargon: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One suggestion: what was said, and what could be said instead where a list knows."""

    concern: Concern
    said: str = ""
    instead: str = ""


def lint(text: str, lists: Mapping[str, Words]) -> Sequence[Hint]:
    """Return what could be worded better, by the lists of all languages; nothing is changed."""
    every = [lists[language] for language in sorted(lists)]
    found = [*(hint for words in every for hint in _fair(text, words))]
    if not any(h.concern is Concern.DOUBLE for h in found) and _asks_often(text):
        found.append(Hint(concern=Concern.DOUBLE))
    jargon = {word: instead for words in every for word, instead in words.jargon.items()}
    return (*found, *plainer(text, jargon))


def _fair(text: str, words: Words) -> Iterator[Hint]:
    for each in words.leading:
        if _holds(text, each):
            yield Hint(concern=Concern.LEADING, said=each)
    asked = sum(text.lower().count(each.lower()) for each in words.asking)
    joined = next((each for each in words.joining if _holds(text, each)), "")
    if joined or asked > ONE:
        yield Hint(concern=Concern.DOUBLE, said=joined)


def _asks_often(text: str) -> bool:
    return len(_QUESTIONS.findall(text)) > ONE


def plainer(text: str, jargon: Mapping[str, str]) -> Sequence[Hint]:
    """Return what of a text could be said more plainly, by a list of words (G08, N23)."""
    words = [
        Hint(concern=Concern.JARGON, said=word, instead=instead)
        for word, instead in jargon.items()
        if _holds(text, word)
    ]
    return (*words, *(Hint(concern=Concern.LONG, said=s) for s in long_sentences(text)))


def long_sentences(text: str) -> Sequence[str]:
    """Return the sentences of a text that are too long to be read in one breath."""
    found = (s for s in _SENTENCE.findall(text) if len(_SAID.findall(s)) > LONGEST)
    return tuple(sentence.strip() for sentence in found)


def _holds(text: str, word: str) -> bool:
    """Whether words stand in a text; those of an alphabet only as words of their own."""
    if word.isascii():
        return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None
    return word in text
