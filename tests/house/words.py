"""The words of every language, and all that the house may say."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from governance.cases import LIFECYCLE, CaseAction, CaseStatus
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import REFUSALS
from handlers.routes import COMMANDS
from handlers.texts import Library
from handlers.views.talks import REASONS
from services.cases import asking

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "config" / "locales"
LIBRARY = Library(LOCALES)
LANGUAGES = sorted(each.name for each in LOCALES.iterdir() if each.is_dir())
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff〇]")


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
