"""The words of every language, and all that the house may say."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.checked import NAMES
from bot.unsealed import LACKING, UNPROVEN
from governance import absences, grants, referrals, relays, residents
from governance.ballots.roll import Participant
from governance.cases import LIFECYCLE, OPEN, CaseAction, CaseKind, CaseStatus, Urgency
from governance.cases.heaps import Heap
from governance.chain import Fault
from governance.chats import BIND, OFFERED, UNBIND
from governance.correction import CORRECT
from governance.delegates import POWERLESS
from governance.deliberations import forms as topics
from governance.deliberations.charts import Grouping
from governance.deliberations.opinions import Answer, Leaning
from governance.deliberations.states import Criterion, Lack, TopicAction, TopicStatus
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.directory import Role
from governance.entry import PROXY
from governance.forgetting import Treatment
from governance.fourstep import FORM as STEPPING
from governance.fourstep import FourStep
from governance.grants import REFUSING, REVOKING, GrantStatus
from governance.intake import AttachmentKind
from governance.mediation import DisputeAction, DisputeStatus
from governance.mediation.dispute import ELSEWHERE, THE_COMMITTEE, THE_PROPERTY
from governance.mediation.form import FORM as DISPUTES
from governance.mediation.form import NO_MORE
from governance.mediation.form import STEP_FORM as MEDIATING
from governance.meetings import forms as meetings
from governance.meetings.states import Coming, MeetingAction, MeetingStatus
from governance.powers import ON_DUTY
from governance.refusals import REFUSALS
from governance.relays import RelayKind
from governance.residents import JOIN, REASON, ResidentAction, ResidentStatus
from governance.roster import COLUMNS
from handlers import desk
from handlers.intents import Intent
from handlers.routes import COMMANDS
from handlers.seats import TOASTS
from handlers.texts import TERMS, Library, parsed
from handlers.views import deliberations, mediation, seats
from handlers.views.residents import FIVE
from handlers.views.talks import OWN_QUESTION, REASONS
from services.cases import asking
from storage.forgetting import RULES
from tests.house.ballots import ballot_words
from tests.house.disclosed import DISCLOSED
from tests.house.drafted import DRAFTED
from tests.house.forming import of_form
from tests.house.resolved import RESOLVED
from tests.house.signed import SIGNED
from tests.house.supervised import supervised
from tests.house.threads import THREADED

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
        for entry in parsed(path.read_text(encoding="utf-8")).body:
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
            if wanted == "note" and action in OWN_QUESTION:
                yield f"step-ask-note-{action}"
            elif wanted in {"to", "note"}:
                yield f"step-ask-{wanted}"


BODIES = {THE_COMMITTEE, THE_PROPERTY}
OFFICES = {*ON_DUTY, *POWERLESS}
OFFICES |= {Role.SUPERVISION, Role.TOWNSHIP, Role.OPERATOR, Role.GROUP_HEAD}
OPINIONS = [("answer", Answer), ("toast", Answer), ("by", Grouping), ("line", Leaning)]
OPINIONS += [("side", Leaning)]
KEYS_OF_ALARMS = {
    *("dead-letter", "dead-due", "undeliverable", "uncertain"),
    *("moved", "lost", "ticks", "restarted", "vacant", "unheld"),
    *("unsaved", "stalled", "setback", "paper", "keyless", "altered", "audit-broken"),
}


# what can be wrong in a cell of the roster (governance/roster.py), or in the sheet as a whole
FAULTS = ("empty", "building", "unit", "area", "vacant", "owners", "owner-twice", "numbers")
FAULTS += ("twice", "namesake", "renamed", "columns", "unreadable", "line")
FAMILIES = {
    "recount-unproven-": {f"recount-unproven-{w}" for w in (*UNPROVEN, *LACKING)},
    "roster-column-": {f"roster-column-{c}" for c in COLUMNS},
    "roster-hint-": {f"roster-hint-{c}" for c in COLUMNS},
    "community-audit-fault-": {f"community-audit-fault-{f}" for f in Fault},
    "roster-fault-": {f"roster-fault-{f}" for f in FAULTS},
    "case-status-": {f"case-status-{s}" for s in CaseStatus},
    "case-action-": {f"case-action-{a}" for a in CaseAction},
    "passage-": {f"passage-{a}" for a in CaseAction} | {"passage-to", "passage-note"},
    "toast-": {f"toast-{a}" for a in CaseAction}
    | {
        "toast-taken",
        "toast-submitted",
        "toast-files",
        "toast-understood",
        "toast-not-understood",
        "toast-voted",
        "toast-voted-anew",
        "toast-sealed",
        "toast-ask-line",
    },
    "talk-": {
        f"talk-{k}-{s}" for k in DialogueKind for s in DialogueStatus if s != DialogueStatus.OPEN
    },
    "told-": {f"told-{role}-{s.action}" for s in LIFECYCLE.steps for role in s.tells},
    "command-": {f"command-{c.name}" for c in COMMANDS},
    "reason-": {f"reason-{r}" for those in REASONS.values() for r in those}
    | {f"reason-seat-{r}" for those in grants.REASONS.values() for r in those},
    # the rest is said by a handler: no rule was asked
    "refusal-": set(REFUSALS)
    | {f"refusal-{asked}-number" for asked in ("topic", "resolution", "history")}
    | {"refusal-anonymous", "refusal-talk-private", "refusal-coverage", "refusal-opinion-button"},
    "weekday-": {f"weekday-{n}" for n in range(1, 8)},
    "step-ask-": set(steps_asked()) | {f"step-ask-{w}" for w in ("proof", "photo", "line")},
    "dispute-status-": {f"dispute-status-{s}" for s in DisputeStatus},
    "dispute-action-": {f"dispute-action-{a}" for a in DisputeAction},
    "dispute-next-": {f"dispute-next-{s}" for s in DisputeStatus} | {"dispute-next-nobody"},
    "dispute-told-": {k for k in mediation.TOLD if k.startswith("dispute-told-")},
    "dispute-label-": {f"dispute-label-{f}" for f in ("pair", "since", "tried", "wishes", "text")},
    **of_form(CORRECT, building={ELSEWHERE}, category=()),
    **of_form(PROXY, building={ELSEWHERE}, category=()),
    "submit-proxy": {"submit-proxy"},
    "kind-": {f"kind-{k}" for k in CaseKind},
    "urgency-": {f"urgency-{u}{end}" for u in Urgency for end in ("", "-tap")},
    "files-": {f"files-{k}" for k in AttachmentKind} | {"files-photos", "files-all"},
    "file-": {f"file-{k}" for k in AttachmentKind if k is not AttachmentKind.PHOTO},
    "menu-": {f"menu-{i}" for i in Intent if i not in {Intent.CANCEL, Intent.BACK}}
    | {"menu-proxy"},
    "trigger-": {f"trigger-{i}" for i in Intent},
    **of_form(referrals.REFERRAL),
    **of_form(referrals.MERGER),
    **of_form(relays.WORD),
    **of_form(relays.SUPPLEMENT),
    **of_form(relays.INFORM),
    **of_form(absences.FORM, officer=()),
    "relay-": {f"relay-{k}" for k in RelayKind} | {"relay-file"},
    "said-": {f"said-{k}" for k in RelayKind},
    "desk-why-": {f"desk-why-{h}" for h in Heap},
    "desk-toast-": {f"desk-toast-{v}" for v in desk.SAID},
    "watch-next-": {f"watch-next-{s}" for s in OPEN},
    "desk-heap-": {f"desk-heap-{h}" for h in Heap},
    "leave-what-": {f"leave-what-{w}" for w in ("gone", "held")},
    **of_form(DISPUTES, building={ELSEWHERE}, involved={*BODIES, NO_MORE}, kin={NO_MORE}),
    **of_form(MEDIATING),
    **of_form(topics.PROPOSE, building=()),
    **of_form(topics.LAY, grid=set(), entry={topics.OTHER}),
    **of_form(topics.PREREVIEW, entry={topics.OTHER}),
    **of_form(topics.ELEMENTS),
    **of_form(topics.STUDY),
    **of_form(topics.CONCERN),
    "participant-": {f"participant-{p}" for p in Participant},
    **of_form(topics.STEP),
    **of_form(topics.SPEAK),
    **of_form(topics.ANSWER),
    **of_form(topics.MEET),
    **RESOLVED,
    **DISCLOSED,
    **DRAFTED,
    **SIGNED,
    **supervised(KEYS),
    **ballot_words(of_form),
    **THREADED,
    "topic-status-": {f"topic-status-{s}" for s in TopicStatus},
    "topic-next-": {f"topic-next-{s}" for s in TopicStatus},
    "topic-action-": {f"topic-action-{a}" for a in TopicAction},
    "topic-told-": {k for k in deliberations.TOLD if k.startswith("topic-told-")},
    "topic-criterion-": {f"topic-criterion-{c}" for c in Criterion},
    "topic-label-": {f"topic-label-{f}" for f in deliberations.ELEMENTS},
    "topic-lacks-": {f"topic-lacks-{m}" for m in Lack},
    "topic-check-": {f"topic-check-{f}" for f in deliberations.CHECKED},
    **of_form(meetings.CONVENE, day=(), hour=()),
    **of_form(meetings.MOVE, day=(), hour=()),
    **of_form(meetings.CALL_OFF),
    **of_form(meetings.MINUTES),
    **of_form(meetings.SPOKEN, matter=()),
    **of_form(meetings.NOTICE, days=()),
    **of_form(meetings.SURVEY, days=()),
    **of_form(meetings.OBJECT),
    **of_form(STEPPING, on=()),
    "fourstep-step-": {f"fourstep-step-{s}" for s in FourStep},
    "meeting-tap-": {f"meeting-tap-{c}" for c in Coming},
    "meeting-toast-": {f"meeting-toast-{c}" for c in Coming},
    "meeting-status-": {f"meeting-status-{s}" for s in MeetingStatus},
    "meeting-told-": {f"meeting-told-{a}" for a in MeetingAction},
    "meeting-action-": {f"meeting-action-{a}" for a in (*MeetingAction, "state")},
    "meeting-begin-": {f"meeting-begin-{v}" for v in ("convene", "notice", "survey")},
    **of_form(JOIN, building=()),
    **of_form(REASON, note=set().union(*residents.REASONS.values())),
    "resident-status-": {f"resident-status-{s}" for s in ResidentStatus},
    "resident-action-": {f"resident-action-{a}" for a in ResidentAction if a != "ask"},
    "resident-toast-": {f"resident-toast-{s}" for s in ("pending", "verified", "moved")},
    "resident-told-": {
        f"resident-told-{s.action}" for s in residents.BINDING.steps if Role.RESIDENT in s.tells
    },
    **of_form(BIND, kind=OFFERED, area=(), building=()),
    **of_form(UNBIND),
    "submit-bind": {"submit-bind"},
    "submit-unbind": {"submit-unbind"},
    **of_form(REFUSING),
    **of_form(REVOKING, officer=()),
    "seat-told-": {f"seat-told-{r}-{s.action}" for s in grants.LIFECYCLE.steps for r in s.tells},
    "seat-term-": {f"seat-term-{r}" for r in (Role.RECEIVER, Role.COMMITTEE)},
    "seat-status-": {f"seat-status-{s}" for s in GrantStatus} | {"seat-status-none"},
    "seat-question-": {f"seat-question-{s}" for s in seats.QUESTIONS},
    "seat-action-": {f"seat-action-{a}" for those in seats.QUESTIONS.values() for a in those}
    | {"seat-action-ask-revoke"},
    "seat-toast-": {f"seat-toast-{a}" for a in TOASTS},
    "reason-seat-": {f"reason-seat-{r}" for those in grants.REASONS.values() for r in those},
    "office-": {f"office-{r}" for r in OFFICES},
    "ops-unsound-": {f"ops-unsound-{f}" for f in ("damaged", "foreign", "newer", "chain")},
    "alarm-": {f"alarm-{k}" for k in KEYS_OF_ALARMS} | {"alarm-more"},
    "check-": {f"check-{name}-{state}" for name in NAMES for state in ("fine", "wrong")},
    "bind-unnamed": {"bind-unnamed", "bind-unnamed-button"},
    "chat-proposed": {"chat-proposed", "chat-proposed-button", "chat-proposed-staff"},
    **{f"{k}-staff": {f"{k}-staff"} for k in ("chat-bound", "chat-agreed", "chat-unbound")},
    "term-": set(TERMS.values()),
    "consent-line-": {f"consent-line-{n}" for n in FIVE},
    **{f"opinion-{of}-": {f"opinion-{of}-{each}" for each in every} for of, every in OPINIONS},
    "forget-store-": {f"forget-store-{r.store}" for r in RULES},
    "forget-why-": {f"forget-why-{r.why}" for r in RULES},
    "forget-treatment-": {f"forget-treatment-{t}" for t in Treatment},
}
GENERATED = set().union(*FAMILIES.values())
