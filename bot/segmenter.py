"""Cuts a Chinese text into words, with the words of community life kept whole."""

import importlib
import logging
import warnings
from pathlib import Path

from governance.sayings import Segmenter

LEXICON = Path(__file__).parent.parent / "config" / "words" / "lexicon.txt"


def segmenter(state: Path, lexicon: Path = LEXICON) -> Segmenter:
    """Build the cutter, rjieba's where it is installed; takes up to a second: not in the loop."""
    words = read(lexicon)
    try:
        return _fast(words)
    except ImportError:
        return _plain(words, state)


def read(lexicon: Path) -> list[str]:
    """Read a list of words: one a line, without blank lines and remarks."""
    lines = (line.strip() for line in lexicon.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


# Both libraries are imported where they are built: each costs 0.1 s and 20 to 30 MB, which only
# the one in use shall cost, and compiling jieba warns on Python 3.12+ ("invalid escape sequence").


def _fast(words: list[str]) -> Segmenter:
    rjieba = importlib.import_module("rjieba")
    for word in words:  # into its own dictionary: another instance costs 0.1 s and 24 MB
        rjieba.add_word(word, None, None)
    cut: Segmenter = rjieba.cut
    return cut


def _plain(words: list[str], state: Path) -> Segmenter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = importlib.import_module("jieba")
    log = logging.getLogger("jieba")
    log.handlers.clear()  # its own writes to stderr, past our redaction
    log.setLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    # It unmarshals the cache it finds: never one from the temp folder, where anyone may put it.
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    cutter.tmp_dir = str(state)
    cutter.initialize()
    for word in words:
        cutter.add_word(word)
    cut: Segmenter = cutter.lcut
    return cut
