from pathlib import Path

import pytest

from config.community import CommunityError, parse, read

ROOT = Path(__file__).parents[2] / "config"
EXAMPLE = (ROOT / "community.example.toml").read_text(encoding="utf-8")
FILES = ["community.example.toml", "presets/rural.toml"]


@pytest.mark.parametrize("name", FILES)
def test_each_power_says_how_who_by_when_and_whom_to_complain_to(name):
    found = read(ROOT / name).small_powers

    assert len(found) == 6
    for each in found:
        said = [each.names, each.time, each.complaint, *each.steps, *each.materials]
        assert each.steps
        assert all(set(words) == {"zh-CN", "en"} for words in said)


@pytest.mark.parametrize("name", FILES)
def test_no_verb_stands_under_two_powers(name):
    covered = [verb for each in read(ROOT / name).small_powers for verb in each.covers]

    assert sorted(covered) == sorted(set(covered))


# what supervision or the residents do is no small power of the committee
@pytest.mark.parametrize("verb", ["lead-topics", "give-opinion", "resolve-matter"])
def test_a_power_covers_only_what_the_committee_carries_out(verb):
    text = EXAMPLE.replace('covers = ["lead-topic"]', f'covers = ["{verb}"]')
    with pytest.raises(CommunityError) as wrong:
        parse(text, "file")

    assert [m.where for m in wrong.value.mistakes] == ["powers.topics.covers[1]"]
