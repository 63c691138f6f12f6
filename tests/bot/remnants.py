"""What a solver finds in bytes and words that are no rows: neighbours, remnants, hashes, keys."""

import base64
import hashlib
import json
import re
from itertools import islice, product

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from governance.ballots.envelope import unpack
from governance.ballots.motion import MOTION
from tests.bot.booth import LABELS, OPTIONS

NEAR = 48  # bytes between what names a voter and what names a mark
WINDOWS = 400  # of so many remnants that lie one after another in a file
MARK = re.compile(rb'\{"(for|against)": ?1\}')
WORD = rb"(?<!\w)(?:%s)(?!\w)"  # in a file what stands beside it may be anything
PREFIX = 16  # hexadecimal digits by which a hash is recognised
KEY = 32


def beside(dump, known):
    """Yield answers by the mark that stands nearest to whatever names a voter."""
    for words in (dump.words("calls"), dump.words()):
        yield from _neighbours(words.encode(), known, WORD)
    for body in dump.after.values():
        yield from _neighbours(body, known, b"%s")


def _neighbours(body, known, whole):
    named = {str(v).encode(): v for v in known.units}
    named |= {unit.encode(): v for v, unit in known.units.items()}
    named |= {slip.encode(): v for v, slip in known.slips.items()}
    marks = {word.encode(): n for words in (OPTIONS, LABELS) for n, word in enumerate(words)}
    name = re.compile(whole % b"|".join(map(re.escape, named)))
    before, behind = {}, {}
    for found in re.finditer(whole % b"|".join(marks), body):
        first, end = found.span()
        for into, some, which in (
            (before, body[max(0, first - NEAR) : first], -1),
            (behind, body[end : end + NEAR], 0),
        ):
            if names := name.findall(some):
                into[named[names[which]]] = marks[found[0]]
    yield from (before, behind, before | behind, behind | before)


def remnants(dump, known):
    """Yield answers by the order in which marks, or slips and marks, lie in a file."""
    of = {slip.encode(): voter for voter, slip in known.slips.items()}
    slip, count = re.compile(b"|".join(of)), len(known.units)
    for body in dump.after.values():
        marks = [OPTIONS.index(found[1].decode()) for found in MARK.finditer(body)]
        owners = [of[found[0]] for found in slip.finditer(body)]
        asked = [order for order in _windows(owners, count) if len(set(order)) == count]
        for some in islice(_windows(marks, count), WINDOWS):
            for order in (*known.orders, *asked[:3]):
                yield dict(zip(order, some, strict=True))
                yield dict(zip(order, reversed(some), strict=True))


def _windows(found, count):
    return (found[n : n + count] for n in range(len(found) - count + 1))


def digests(dump, known):
    """Yield the answer of hashes over what a voter may have marked, each tried out; the last."""
    seen = {word[:PREFIX]: n for n, word in enumerate(_hashes(dump))}
    answer = {}
    for voter in known.units:
        found = {
            seen[each[:PREFIX]]: mark
            for mark in range(len(OPTIONS))
            for each in _tried(known, voter, mark)
            if each[:PREFIX] in seen
        }
        if found:
            answer[voter] = found[max(found)]
    yield answer


def _hashes(dump):
    """Yield all that may be a hash, as hexadecimal digits."""
    for line in dump.lines():
        yield from re.findall(rf"(?<![0-9a-f])[0-9a-f]{{{PREFIX},128}}(?![0-9a-f])", line)
        for word in re.findall(r"(?<![a-z2-7])[a-z2-7]{16,64}(?![a-z2-7])", line):
            whole = word[: len(word) // 8 * 8]
            yield base64.b32decode(whole.upper()).hex()


def _tried(known, voter, mark):
    unit, slip = known.units[voter], known.slips[voter]
    spelt = (OPTIONS[mark], str(mark), json.dumps({OPTIONS[mark]: 1}), LABELS[mark])
    for said, glue in product(spelt, ("|", ":", ",", "/", " ", "")):
        for parts in (
            (unit, said),
            (str(voter), said),
            (unit, said, slip),
            (str(voter), said, slip),
            (said, slip),
            (slip, said),
            ("1", str(voter), said),
        ):
            plain = glue.join(parts).encode()
            for algorithm in ("sha256", "sha1", "md5", "blake2b"):
                yield hashlib.new(algorithm, plain).hexdigest()


def keys(dump, known):
    """Yield the answer of a key: a file or a word that opens the envelopes of an old backup."""
    voters = {unit: voter for voter, unit in known.units.items()}
    sealed = {voters[unit]: each for unit, each in dump.envelopes.items()}
    words = re.findall(rf"(?<![0-9a-f])[0-9a-f]{{{2 * KEY}}}(?![0-9a-f])", dump.words())
    found = {body for body in dump.files.values() if len(body) == KEY}
    for key in sorted({*found, *map(bytes.fromhex, words)}):
        answer = {}
        try:
            for voter, envelope in sealed.items():
                inside = unpack(MOTION, SealedBox(PrivateKey(key)).decrypt(envelope))
                answer[voter] = OPTIONS.index(next(iter(inside.marks)))
        except CryptoError:
            continue
        yield answer
