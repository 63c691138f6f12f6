import os
import stat
import subprocess
import sys

import pytest
from nacl.public import PrivateKey

from bot.envelopes import Envelopes
from governance.refusals import Refusal


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "keys"


@pytest.fixture
def envelopes(folder):
    return Envelopes(folder)


def test_what_is_sealed_is_opened_by_the_key_and_says_nothing_without(envelopes, folder):
    public = envelopes.fresh()

    sealed = [envelopes.seal(public, each) for each in (b"one..", b"two..")]

    assert envelopes.open(public, sealed) == [b"one..", b"two.."]
    assert len(sealed[0]) == len(sealed[1])
    assert b"one.." not in sealed[0]
    assert envelopes.seal(public, b"one..") != sealed[0]
    assert Envelopes(folder).open(public, sealed) == [b"one..", b"two.."]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_a_key_is_its_owners_alone_and_no_half_of_it_is_the_name(envelopes, folder):
    public = envelopes.fresh()

    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert file.stat().st_size == PrivateKey.SIZE
    assert public not in file.name


def test_codes_are_the_same_with_the_key_and_another_for_each_word(envelopes):
    public, other = envelopes.fresh(), envelopes.fresh()

    codes = envelopes.codes(public, ["1:5001:0", "1:5001:1", "1:5002:0"])

    assert len(set(codes)) == 3
    assert list(codes) == list(envelopes.codes(public, ["1:5001:0", "1:5001:1", "1:5002:0"]))
    assert not set(codes) & set(envelopes.codes(other, ["1:5001:0", "1:5001:1", "1:5002:0"]))
    assert all(len(f"b:{10**17}:tap={code}") <= 64 for code in codes)


def test_a_key_that_is_destroyed_opens_nothing_any_more(envelopes, folder):
    public = envelopes.fresh()
    sealed = envelopes.seal(public, b"one")
    [file] = folder.iterdir()
    private, beside = file.read_bytes(), folder / "hard"
    os.link(file, beside)  # another name for the same place on the disk

    envelopes.destroy(public)
    envelopes.destroy(public)

    assert not file.exists()
    assert beside.read_bytes() != private
    for asks in (lambda: envelopes.open(public, [sealed]), lambda: envelopes.codes(public, ["a"])):
        with pytest.raises(Refusal, match="refusal-ballot-key"):
            asks()


def test_where_there_is_no_folder_nothing_is_to_be_destroyed(envelopes, folder):
    envelopes.destroy("ab")

    assert not folder.exists()


def test_another_key_or_half_a_key_opens_nothing(envelopes, folder):
    public = envelopes.fresh()
    sealed = envelopes.seal(public, b"one")
    [file] = folder.iterdir()

    for wrong in (os.urandom(32), b"half"):
        file.write_bytes(wrong)
        with pytest.raises(Refusal, match="refusal-ballot-key"):
            envelopes.open(public, [sealed])


def test_a_start_loads_no_library_for_what_may_never_be_asked():
    told = "import sys, bot.__main__, bot.app"
    told += "; print({'nacl', 'openpyxl', 'numpy', 'typst'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True)

    assert done.stdout == "set()\n"
