"""Every key has words in every language, every word is used, and no prose stands in code."""

import ast
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from governance.cases import LIFECYCLE, CaseAction, CaseStatus
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import REFUSALS
from handlers.routes import COMMANDS
from handlers.texts import Library
from handlers.views import NOTICES
from handlers.views.talks import REASONS
from services.cases import asking

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "config" / "locales"
LIBRARY = Library(LOCALES)
LANGUAGES = sorted(each.name for each in LOCALES.iterdir() if each.is_dir())
ROOMS = ("governance", "services", "handlers", "storage", "bot")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff〇]")
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
TAG = re.compile(r"</?\w+[^>]*>")
HYPHENATED = re.compile(r"[a-z]+(-[a-z0-9]+)+")

# Chinese that is not prose, by file
MAY_WRITE_CHINESE = {
    "governance/places.py": "numerals and the words for a building, to be recognised",
    "governance/privacy.py": "plates and door numbers, to be masked",
    "bot/commands.py": "the first lines of the demo, said in both languages before any is chosen",
    "bot/wiring.py": "one word that makes the segmenter load its dictionary",
    "bot/__main__.py": "the name of the bot in the help of the command line",
}
FOLLOWS = {"passage-to", "passage-note"}  # what is put behind other words
BUTTONS = (
    "come-private-button",
    "draft-submit",
    "draft-change-category",
    "draft-change-place",
    "draft-cancel",
    "place-elsewhere",
    "step-no-photo",
    "step-cancel",
)


class Parts(Visitor):
    """What one message is made of."""

    def __init__(self, message):
        self.variables, self.text, self.variants = set(), "", Counter()
        self.visit(message)

    def visit_VariableReference(self, node):  # noqa: N802 -- fluent's name
        self.variables.add(node.id.name)

    def visit_TextElement(self, node):  # noqa: N802 -- fluent's name
        self.text += node.value

    def visit_StringLiteral(self, node):  # noqa: N802 -- fluent's name
        self.text += node.value

    def visit_SelectExpression(self, node):  # noqa: N802 -- fluent's name
        names = (v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier))
        asked = node.selector.id.name
        self.variants.update((asked, name) for name in names if name != "other")
        self.generic_visit(node)


def entries(language):
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            yield path.name, entry


def messages(language):
    return {e.id.name: Parts(e) for _, e in entries(language) if isinstance(e, ftl.Message)}


WORDS = {language: messages(language) for language in LANGUAGES}
KEYS = set().union(*WORDS.values())


def spoken(language, key):
    """Say a message with something in every blank."""
    facts = dict.fromkeys(WORDS[language][key].variables, "x")
    whole = {"number": 7, "days": 7, "count": 3, "month": 3, "day": 2}
    facts |= {name: whole[name] for name in facts.keys() & whole}
    return LIBRARY.speak(language)(key, **facts)


# ── what the house may say ──


def steps_asked():
    """Return every question that a talk about a step puts under a name made at run time."""
    for action in CaseAction:
        for given in ({}, {"to": "wang"}):
            talk = Dialogue(
                token="t",
                kind=DialogueKind.STEP,
                person=1,
                chat=1,
                expires=datetime(2026, 3, 2, tzinfo=UTC),
                data={"action": action, **given},
            )
            wanted = asking.missing(talk)
            if wanted == "note" and action is CaseAction.ANSWER:
                yield "step-ask-note-answer"
            elif wanted in {"to", "note"}:
                yield f"step-ask-{wanted}"


FAMILIES = {
    "case-status-": {f"case-status-{s}" for s in CaseStatus},
    "case-action-": {f"case-action-{a}" for a in CaseAction},
    "passage-": {f"passage-{a}" for a in CaseAction} | {"passage-to", "passage-note"},
    "toast-": {f"toast-{a}" for a in CaseAction} | {"toast-taken"},
    "talk-": {
        f"talk-{k}-{s}" for k in DialogueKind for s in DialogueStatus if s != DialogueStatus.OPEN
    },
    "told-": {f"told-{role}-{s.action}" for s in LIFECYCLE.steps for role in s.tells},
    "command-": {f"command-{c.name}" for c in COMMANDS},
    "reason-": {f"reason-{r}" for those in REASONS.values() for r in those},
    "refusal-": set(REFUSALS) | {"refusal-anonymous"},  # said by a handler: no rule was asked
    "weekday-": {f"weekday-{n}" for n in range(1, 8)},
    "step-ask-": set(steps_asked()) | {f"step-ask-{w}" for w in ("proof", "photo", "line")},
}
GENERATED = set().union(*FAMILIES.values())


# ── what the code says ──


def sources(rooms):
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            yield name, ast.parse(path.read_text(encoding="utf-8"), name)


# in which place of which call a key stands
CALLS = {
    "texts": 0,
    "plain": 0,
    "has": 0,
    "toast": 0,
    "Refusal": 0,
    "NotAllowed": 0,
    "Unknown": 0,
    "notice": 1,
    "remind": 3,
}


def scopes(tree):
    """Yield each function with the names that are bound in it, and the module's own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, assigned([*tree.body, *ast.walk(node)])


def assigned(nodes):
    """Return all that each name is ever bound to."""
    bound = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                pairs = zip(names, values, strict=True)
            case ast.Assign(targets=names, value=value):
                pairs = ((name, value) for name in names)
            case _:
                continue
        for name, value in pairs:
            if isinstance(name, ast.Name):
                bound.setdefault(name.id, []).append(value)
    return bound


def resolved(node, bound):
    """Yield every key, or pattern of one, that an expression may be."""
    match node:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from resolved(one, bound)
            yield from resolved(other, bound)
        case ast.Name(id=name) if name in bound:
            for value in bound[name]:
                yield from resolved(value, {k: v for k, v in bound.items() if k != name})


def asked():
    """Yield every call that names a key: where, the pattern of the key, the call."""
    for where, tree in sources(ROOMS):
        for function, bound in scopes(tree):
            for call in ast.walk(function):
                if not isinstance(call, ast.Call):
                    continue
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                place = CALLS.get(name)
                if place is not None and len(call.args) > place:
                    for pattern in resolved(call.args[place], bound):
                        yield f"{where}:{call.lineno}", pattern, call


ASKED = tuple(asked())


def literals(rooms, *, but=()):
    """Yield every string of the code, with its place; docstrings too."""
    for where, tree in sources(rooms):
        for node in ast.walk(tree):
            if where not in but and isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{where}:{node.lineno}", node.value


def lost(wanted):
    """Return what each language lacks of these keys."""
    return {
        language: sorted(wanted - words.keys())
        for language, words in WORDS.items()
        if wanted - words.keys()
    }


# ── the files ──


def test_there_are_two_languages():
    assert LANGUAGES == ["en", "zh-CN"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_fluent(language):
    junk = [e.content for _, e in entries(language) if isinstance(e, ftl.Junk)]

    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language):
    written = Counter(e.id.name for _, e in entries(language) if isinstance(e, ftl.Message))

    assert [key for key, times in written.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_files_and_order(language):
    def keys(of):
        return [(file, e.id.name) for file, e in entries(of) if isinstance(e, ftl.Message)]

    assert keys(language) == keys("zh-CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_blanks(language):
    other = {
        key: sorted(parts.variables ^ WORDS["zh-CN"][key].variables)
        for key, parts in WORDS[language].items()
        if key in WORDS["zh-CN"] and parts.variables != WORDS["zh-CN"][key].variables
    }

    assert other == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_answers_the_same_none_and_no(language):
    other = [k for k, p in WORDS[language].items() if p.variants != WORDS["zh-CN"][k].variants]

    assert other == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_tags_numbers_and_commands(language):
    def marks(parts):
        return Counter(re.findall(r"</?\w+|#|(?<![<\w])/[a-z]+", parts.text))

    other = [
        key
        for key, parts in WORDS[language].items()
        if key in WORDS["zh-CN"] and marks(parts) != marks(WORDS["zh-CN"][key])
    ]

    assert other == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_message_has_no_stray_lines_and_spaces(language, key):
    words = spoken(language, key)
    lines = (words.removeprefix(" ") if key in FOLLOWS else words).split("\n")

    assert [line for line in lines if line != line.strip() or "  " in line or not line] == []


def test_english_is_english():
    chinese = [
        f"{path.name}:{number}"
        for path in (LOCALES / "en").glob("*.ftl")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CHINESE.search(line)
    ]

    assert chinese == []


def test_chinese_is_chinese():
    """A message of facts and signs alone has nothing to translate."""
    left = {key: TAG.sub("", parts.text) for key, parts in WORDS["zh-CN"].items()}

    assert [k for k, t in left.items() if re.search(r"\w", t) and not HAN.search(t)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_is_short(language):
    keys = [*BUTTONS, *FAMILIES["case-action-"], *FAMILIES["reason-"]]
    labels = {key: WORDS[language][key].text for key in keys}

    assert {key: text for key, text in labels.items() if not 0 < len(text) <= 20} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_toast_is_short_enough_for_telegram(language):
    keys = {k for k in KEYS if k.startswith(("toast-", "refusal-"))} | {"apology"}
    long = {k: len(spoken(language, k)) for k in keys if len(spoken(language, k)) > 190}

    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_the_menu_fits_and_has_no_tags(language):
    texts = [WORDS[language][key].text for key in FAMILIES["command-"]]

    assert [t for t in texts if not 1 <= len(t) <= 256 or "<" in t] == []


# ── keys and words ──


@pytest.mark.parametrize("family", FAMILIES)
def test_all_that_can_happen_has_words(family):
    assert lost(FAMILIES[family]) == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_words_are_for_what_can_happen(family):
    assert {k for k in KEYS if k.startswith(family)} - FAMILIES[family] == set()


def test_the_code_says_something():
    """The scan below is worth nothing where it finds nothing."""
    said = {re.sub(r"\\", "", pattern) for _, pattern, _ in ASKED}

    assert {"receipt", "status-closed", "stopped", "help-officer", "when", "apology"} <= said
    assert {"refusal-number", "told-.+-.+", "case-status-.+", "step-ask-.+"} <= said
    assert len(ASKED) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_the_code_names_has_words(language):
    known = [*WORDS[language], *NOTICES]
    missing = [
        (where, pattern)
        for where, pattern, _ in ASKED
        if not any(re.fullmatch(pattern, key) for key in known)
    ]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_looks_like_a_key_is_one(language):
    """Keys also travel in tuples and arguments: they show by their first word."""
    firsts = {key.split("-")[0] for key in KEYS}
    known = {*WORDS[language], *NOTICES}
    found = [
        (where, text)
        for where, text in literals(("handlers", "services", "storage", "bot"))
        if HYPHENATED.fullmatch(text) and text.split("-")[0] in firsts and text not in known
    ]

    assert found == []


def test_every_word_is_used():
    """A hyphenated key counts wherever it stands; a single word only where it is asked for."""
    written = {text for _, text in literals(ROOMS, but=("governance/refusals.py",))}
    unused = {
        key
        for key in KEYS - (GENERATED - FAMILIES["refusal-"])
        if not ("-" in key and key in written)
        and not any(re.fullmatch(p, key) for _, p, _ in ASKED if ".+" not in p)
    }

    assert unused - {"refusal-conflict"} == set()  # Conflict says it, where refusals are defined


def test_every_refusal_of_the_list_is_raised_somewhere():
    written = {text for _, text in literals(ROOMS, but=("governance/refusals.py",))}

    assert set(REFUSALS) - written - {"refusal-conflict"} == set()


def test_every_refusal_that_a_rule_raises_is_in_the_list():
    rooms = ("governance", "services", "storage")
    raised = {text for _, text in literals(rooms) if re.fullmatch(r"refusal(-[a-z]+)+", text)}

    assert raised - set(REFUSALS) == set()


def test_a_sentence_is_given_what_its_blanks_need():
    """Where the facts stand in the call; those of the outbox are below."""
    short = [
        (where, key)
        for where, pattern, call in ASKED
        for key in KEYS
        if re.fullmatch(pattern, key)
        and ".+" not in pattern
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in {"texts", "plain"}
        and all(k.arg for k in call.keywords)
        and WORDS["zh-CN"][key].variables - {k.arg for k in call.keywords}
    ]

    assert short == []


def test_the_facts_of_a_case_fill_the_sentences_about_cases():
    [function] = [
        node
        for name, tree in sources(("services",))
        if name == "services/cases/telling.py"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "facts"
    ]
    given = {
        key.value for n in ast.walk(function) if isinstance(n, ast.Dict) for key in n.keys if key
    }
    more = {key: set() for key in ("status", "status-closed", "unanswered", "overdue")}
    more |= {"receipt": {"accept_by"}} | {key: {"note"} for key in FAMILIES["told-"]}

    assert {k: v for k, m in more.items() if (v := WORDS["zh-CN"][k].variables - given - m)} == {}


# ── prose in code ──


def chinese_code():
    found = {}
    for where, text in literals(ROOMS):
        if HAN.search(text):
            found.setdefault(where.split(":")[0], []).append(text)
    return found


def test_no_chinese_prose_in_code():
    assert {k: v for k, v in chinese_code().items() if k not in MAY_WRITE_CHINESE} == {}


def test_what_may_write_chinese_does():
    assert MAY_WRITE_CHINESE.keys() - chinese_code().keys() == set()
