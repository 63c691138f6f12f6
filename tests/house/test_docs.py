"""The documentation says what is: commands, settings, links, libraries, journeys."""

import re
import subprocess
import sys
import tomllib
from difflib import unified_diff
from pathlib import Path

import click
import pytest

from bot.__main__ import main
from config.settings import PREFIX, Settings
from docs import generate
from docs.alike import alike
from governance.ballots.states import BallotAction, BallotStatus, VoteAction, VoteStatus
from governance.cases import AssignmentStatus, CaseAction, CaseStatus
from governance.deliberations.states import TopicAction, TopicStatus
from governance.directory import Role
from governance.disclosures.states import (
    ChangeAction,
    ChangeStatus,
    EditionAction,
    EditionStatus,
    ProgrammeAction,
    ProgrammeStatus,
)
from governance.resolutions.states import ClauseStatus, ResolutionAction, ResolutionStatus
from governance.supervision import MeasureAction, MeasureStatus
from handlers.routes import COMMANDS
from sandbox import player

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
READMES = ["README.md", "README.zh-CN.md"]
SKIPPED = {".venv", ".git", "state", "htmlcov", "node_modules"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:[\w.*-]+/)+[\w.*-]+\.(?:py|toml|md|ftl|sh))`")
PLACED = re.compile(r"`([A-Za-z_.]+)` \(`([\w/]+\.py)`[;,)]")
TAG = re.compile(
    r"</?(?:b|i|u|s|a|code|pre|blockquote)\b[^>\n]*>|&(?:lt|gt|amp|quot);"
)  # as Telegram reads them
STORY = "sandbox/stories/NAME.toml"
TEXTS = {".md", ".py", ".toml", ".ftl", ".txt", ".yaml", ".yml", ".html", ".css", ".js", ".lock"}
TEXTS |= {".mako", ".cfg", ".ini", ".sh", ""}
# Where a text would speak of a machine or a registry instead of the product.
ABSOLUTE = r"(?<![\w.:/-])/(?:work|home|root|Users|opt|mnt)/"
REGISTRIES = (
    r"-{2}index-url|extra[-_]index|pythonhosted\.org|pypi\.org|[-.]artifactory|[-.]nexus[-.]"
)
FOREIGN = re.compile(f"{ABSOLUTE}|{REGISTRIES}")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pages():
    found = ROOT.rglob("*.md")
    return sorted(p for p in found if not SKIPPED & set(p.relative_to(ROOT).parts))


def tracked():
    """Return the files of the project: what git follows, or what lies here without git."""
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = told.stdout.splitlines() or [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")]
    paths = [ROOT / n for n in names if not SKIPPED & set(Path(n).parts)]
    return sorted(p for p in paths if p.is_file() and p.suffix in TEXTS)


def named(path):
    return path.relative_to(ROOT).as_posix()


def command_paths(group, path):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from command_paths(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", [c.name for c in COMMANDS])
def test_a_command_of_the_bot_stands_in_the_readme(command, readme):
    assert f"| `/{command}` |" in read(readme)


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", sorted(command_paths(main, "linli")))
def test_a_command_of_the_command_line_stands_in_the_readme(command, readme):
    assert re.search(rf"\| `{re.escape(command)}( [^`]*)?` \|", read(readme))


@pytest.mark.parametrize("setting", [f"{PREFIX}{n.upper()}" for n in Settings.model_fields])
def test_a_setting_stands_in_the_readme(setting):
    assert f"| `{setting}` |" in read("README.md")


DELIBERATING = (TopicStatus, TopicAction, BallotStatus, BallotAction, VoteStatus, VoteAction)
DELIBERATING += (ResolutionStatus, ResolutionAction, ClauseStatus)
DISCLOSING = (EditionStatus, EditionAction, ProgrammeStatus, ProgrammeAction)
DISCLOSING += (ChangeStatus, ChangeAction, MeasureStatus, MeasureAction)
NAMED = [*CaseStatus, *CaseAction, *AssignmentStatus, *Role]
NAMED += [value for each in DELIBERATING + DISCLOSING for value in each]


def test_every_status_action_and_role_stands_in_the_glossary():
    lines = re.findall(
        r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$", read("docs/glossary.md"), re.MULTILINE
    )

    assert {str(value) for value in NAMED} - set(lines) == set()


@pytest.mark.parametrize("value", [*CaseStatus, *CaseAction], ids=repr)
def test_the_glossary_says_what_stands_on_the_screen(value):
    kind = "status" if isinstance(value, CaseStatus) else "action"
    words = generate.LIBRARY.speak("zh-CN").plain(f"case-{kind}-{value}")

    assert f"| `{value}` | {words} |" in read("docs/glossary.md")


@pytest.mark.parametrize("page", pages(), ids=named)
def test_every_link_leads_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = [link.partition("#")[0] for link in links if "://" not in link]

    assert [link for link in local if link and not (page.parent / link).exists()] == []


def test_no_text_speaks_of_a_machine_or_a_registry():
    texts = {named(p): p.read_text(encoding="utf-8", errors="replace") for p in tracked()}

    assert [
        (name, line)
        for name, text in texts.items()
        if FOREIGN.search(text)
        for line in text.splitlines()
        if FOREIGN.search(line)
    ] == []
    assert len(texts) > 1000


def prose():
    return [p for p in pages() if p.parent != generate.JOURNEYS]


@pytest.mark.parametrize("page", prose(), ids=named)
def test_a_file_that_is_named_is_there(page):
    paths = set(PATH.findall(page.read_text(encoding="utf-8"))) - {STORY}

    assert [p for p in sorted(paths) if not any(ROOT.glob(p))] == []


@pytest.mark.parametrize("page", prose(), ids=named)
def test_what_is_named_with_its_file_is_in_it(page):
    found = PLACED.findall(page.read_text(encoding="utf-8"))

    assert [(n, p) for n, p in found if n.rpartition(".")[2] not in read(p)] == []


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)

    assert versions[0] == PROJECT["project"]["version"]


def test_every_library_is_explained():
    project = PROJECT["project"]
    asked = [*project["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    asked += [each for extra in project["optional-dependencies"].values() for each in extra]
    libraries = {re.split(r"[\[<>=;]", each)[0] for each in asked}

    explained = set(
        re.findall(r"^\| `([^`]+)`", read("docs/decisions/0003-dependencies.md"), re.MULTILINE)
    )

    assert explained == libraries


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    records = {p.name for p in folder.glob("0*.md")}

    assert set(LINK.findall(read("docs/decisions/README.md"))) == records


def test_every_story_has_its_page():
    pages = {p.stem for p in generate.JOURNEYS.glob("*.md")}

    assert pages == {name for name, _ in player.stories()}


def test_nobody_of_a_story_is_shown_a_tag():
    shown = {
        p.name: TAG.findall(p.read_text(encoding="utf-8")) for p in generate.JOURNEYS.glob("*")
    }

    assert {name: found for name, found in shown.items() if found} == {}


def journeys():
    """Every story; what goes to hundreds of groups at Telegram's pace is not for every day."""
    for name, _ in player.stories():
        yield pytest.param(name, marks=[pytest.mark.soak] if player.find(name).crowds else [])


@pytest.mark.parametrize("name", [*journeys()])
def test_a_journey_is_as_it_is_told(name, forks):
    told = (generate.JOURNEYS / f"{name}.md").read_text(encoding="utf-8")
    played = generate.journey(name)
    assert alike(played, told), "\n".join(unified_diff(told.split("\n"), played.split("\n")))


TOLD = """09:00 A presses [x]
09:00 private: A
  bot: one
    [x]
  bot: two
09:00 10s later
09:00 group
  (edited) bot: card
    3 of 4
09:01 A presses [y]
"""
ANOTHER = """09:00 A presses [x]
09:00 group
  (edited) bot: card
    2 of 4
  (edited) bot: card
    3 of 4
09:00 10s later
09:00 private: A
  bot: two
  bot: one
    [x]
09:01 A presses [y]
"""


def test_a_page_may_tell_in_another_order_what_comes_of_one_deed():
    assert alike(TOLD, ANOTHER)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("[x]\n09", "[z]\n09"),
        ("3 of 4", "1 of 4"),
        ("bot: two", "bot: three"),
        ("private: A", "private: B"),
        ("  bot: two\n", ""),
        ("presses [y]", "presses [z]"),
    ],
)
def test_a_page_that_tells_anything_else_is_stale(was, becomes):
    assert was in ANOTHER
    assert not alike(TOLD, ANOTHER.replace(was, becomes))


def test_the_picture_of_the_demo_is_small():
    picture = (ROOT / "docs" / "pictures" / "demo.png").read_bytes()

    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


def test_a_stale_page_fails_the_check_and_is_left_as_it_is(tmp_path):
    line = next(m for m in read("Makefile").splitlines() if "/cog " in m)
    flags = [word for word in line.split() if word.startswith("-")]
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- [[[cog cog.out('new') ]]] -->\nold\n<!-- [[[end]]] -->\n", encoding="utf-8"
    )
    stale = page.read_bytes()

    ran = subprocess.run([sys.executable, "-m", "cogapp", *flags, str(page)], check=False)

    assert (ran.returncode != 0, page.read_bytes()) == (True, stale)
