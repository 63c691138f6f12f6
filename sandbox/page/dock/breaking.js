// Break it: a button for each thing that can go wrong, what is broken now, and when it ends.
import { get, once, post, remove } from "../api.js";
import { button, el, repaint, signButton, walk } from "../dom.js";
import { PRESENT } from "../half/menu.js";
import { attempt } from "../notices.js";
import { store } from "../store.js";
import { language, t } from "../words.js";
import { befellList, before, note, paintBefell } from "./befell.js";

const OFTEN = { once: { times: 1 }, five: { times: 5 }, ten: { seconds: 10 }, minute: { seconds: 60 } };
const LASTING = ["kick", "block", "mute"];
const PEOPLE = ["block", "hostile"];
// which groups can suffer what
const GROUPS = {
  kick: (chat) => PRESENT.includes(chat.bot?.status),
  mute: (chat) => PRESENT.includes(chat.bot?.status) && chat.bot.can_send !== false,
  migrate: (chat) => chat.type === "group",
  "deleted-topic": (chat) => chat.topics.length > 0,
};
const CALLS = ["apply-then-drop", "drop-before-apply", "slow", "502", "429"];
const JUMPS = { forward: 3600, back: -3600 };
const SORTS = {
  line: CALLS,
  updates: ["duplicate", "swapped-lanes", "second-poller", "poison", "hostile"],
  town: ["kick", "block", "mute", "migrate", "deleted-topic"],
  time: Object.keys(JUMPS),
  all: ["storm", "limits"],
};
// what the town has none of is made first, so that the button always finds something to break
const MADE = { migrate: { type: "group" }, "deleted-topic": { type: "supergroup", forum: true } };
const STORM = { seconds: 30, rate: 2 };

// whom the left half plays: what may befall anybody befalls them and theirs, where it is seen
let facing = () => 0;
let told = { faults: [], storms: [] };
let limits = null;
let heardAt = 0;
// what came of the button pressed last
let outcome = null;
const chosen = { often: "once", where: "" };
const wishes = el("div", { class: "choices" });
const kinds = el("div", { class: "kinds" });
const active = el("section", { class: "active", tabindex: -1 });
const counts = el("div", { class: "facts limits" });
const tally = el("div");

walk(kinds, "button", ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);
setInterval(() => { if (active.isConnected && active.offsetParent) paintActive(); }, 1000);

/** Ask what is broken now, and how the limits fare. */
export const readBroken = once(async () => {
  [told, limits] = await Promise.all([get("/faults"), get("/limits")]).catch(() => [told, limits]);
  heardAt = performance.now();
  paintBroken();
});

export function breakingPanel(who) {
  facing = who;
  return [el("p", { class: "intro" }, t("breaking-why")), active, wishes, kinds, tally, befellList()];
}

export function paintBroken() {
  const chats = store.world.chats.filter((chat) => chat.type !== "private" && !chat.migrated_to);
  repaint(wishes, [chats.map(({ id, title }) => [id, title]), language()], () => [
    wish("often", Object.keys(OFTEN).map((name) => [name, t(`often-${name}`)])),
    wish("where", [["", t("where-any")], ...chats.map((chat) => [String(chat.id), chat.title])]),
  ]);
  repaint(kinds, [limits?.on, language()], () => [...Object.entries(SORTS).map(sort), counts]);
  repaint(counts, [limits, language()], () => (limits ? [
    fact("limits-refused", limits.refused, limits.refused > 0 ? "bad" : ""), fact("limits-busiest", limits.busiest_second), fact("limits-fullest", limits.fullest_minute)] : []));
  paintActive();
  paintBefell();
}

function fact(word, value, kind = "") {
  return el("div", { class: `fact ${kind}` }, el("b", {}, String(value)), el("small", {}, t(word)));
}

function wish(name, options) {
  const select = el("select", { data: { key: name }, onchange: () => { chosen[name] = select.value; } },
    options.map(([value, words]) => el("option", { value, selected: value === chosen[name] }, words)));
  return el("label", { class: "field" }, el("span", {}, t(`breaking-${name}`)), select);
}

function sort([name, members]) {
  return el("section", { "aria-label": t(`sort-${name}`) }, el("h3", {}, t(`sort-${name}`)), el("div", { class: "blows" }, members.map(blow)));
}

function blow(kind) {
  const pressed = kind === "limits" ? { "aria-pressed": String(Boolean(limits?.on)) } : {};
  const state = kind === "limits" && el("i", {}, t(limits?.on ? "limits-on" : "limits-off"));
  return button(`break ${kind}`, { class: "blow", ...pressed, onclick: () => strike(kind) }, el("b", {}, t(`break-${kind}`), state), el("small", {}, t(`break-${kind}-why`)));
}

// what came of it is said in the panel: a toast would cover what one is to look at
async function strike(kind) {
  const wanted = { ...chosen }; // as it stood when the button was pressed, whatever is chosen meanwhile
  try {
    let suffers = null;
    let begun = null;
    let on = null;
    const stood = await before();
    if (kind === "limits") ({ on } = await post("/limits", { on: !limits?.on }));
    else if (kind === "storm") begun = await post("/storm", { ...STORM, seed: Math.floor(Math.random() * 1e6) });
    else suffers = await post("/faults", fault(kind, wanted, await made(kind, wanted)));
    outcome = { kind, good: true, whom: suffers?.chat ?? suffers?.person, on };
    if (kind !== "limits") await note({ kind, id: suffers?.id, storm: begun?.id, target: outcome.whom, stood, counts: [...CALLS, "storm"].includes(kind) });
  } catch (error) {
    outcome = { kind, good: false, where: wanted.where, offline: !error.status };
  }
  await readBroken();
}

/** The group made for a fault that nothing in the town could suffer. */
async function made(kind, wanted) {
  const here = store.world.chats.filter((chat) => chat.type !== "private" && !chat.migrated_to);
  if (!(kind in MADE) || wanted.where || here.some(GROUPS[kind])) return null;
  const [by, ...members] = store.world.people.map((person) => person.id);
  const { id } = await post("/chats", { title: t(`made-${kind}`), ...MADE[kind], by, members, bot: true });
  if (kind === "deleted-topic") await post(`/chats/${id}/topics`, { name: t("made-topic"), by });
  return id;
}

function said({ kind, good, whom, on, where, offline }) {
  const name = t(`break-${kind}`);
  if (good && kind === "limits") return t(on ? "limits-now-on" : "limits-now-off");
  if (good) return t("broke", { name: whom ? `${name} · ${store.nameOf(whom)}` : name });
  if (offline) return t("offline");
  return t(where ? "unfit-here" : "unfit", { name, chat: store.nameOf(Number(where)) });
}

// what lasts is ended by hand, unless a time was chosen; what is momentary has no times
function fault(kind, wanted, group) {
  if (kind in JUMPS) return { kind: "clock-jump", jump: JUMPS[kind] };
  const often = OFTEN[wanted.often];
  return { kind, ...(group ? { chat: group } : whither(kind, wanted)), ...(LASTING.includes(kind) ? { seconds: often.seconds } : often) };
}

/** Whom it is to befall; nobody named, the town draws one that fits. */
function whither(kind, wanted) {
  const me = store.person(facing());
  if (PEOPLE.includes(kind)) return me?.started && !me.blocked ? { person: me.id } : {};
  if (wanted.where && (kind in GROUPS || CALLS.includes(kind))) return { chat: Number(wanted.where) };
  const near = kind in GROUPS && store.groupsOf(me?.id).find(GROUPS[kind]);
  return near ? { chat: near.id } : {};
}

function paintActive() {
  const passed = (performance.now() - heardAt) / 1000;
  const left = (one) => (one.seconds === null ? null : Math.max(0, Math.ceil(one.seconds - passed)));
  const rows = [
    ...told.storms.map((one) => ({ id: `storm ${one.id}`, name: t("active-storm", one), end: [t("active-seconds", { seconds: left(one) })] })),
    ...told.faults.filter((one) => one.storm === null).map((one) => ({ id: one.id, name: t(`break-${one.kind}`), where: one.chat ?? one.person, end: ends(one, left(one)) })),
  ];
  const met = Object.entries(told.met ?? {}).map(([kind, times]) => `${t(kind === "clock-jump" ? "sort-time" : `break-${kind}`)} ×${times}`);
  repaint(tally, [met, language()], () => (met.length > 0 ? [el("p", { class: "met" }, t("met", { kinds: met.join(" · ") }))] : []));
  repaint(active, [rows, outcome, language()], () => [
    el("h3", {}, t("active"), rows.length > 0 ? button("mend", { class: "preset", onclick: () => mend("") }, t("active-clear")) : el("span", { class: "nothing" }, t("active-empty"))),
    rows.length > 0 && el("ul", {}, rows.map(row)),
    outcome && el("p", { class: `outcome ${outcome.good ? "" : "bad"}`, role: "status" }, said(outcome))]);
}

function ends(one, seconds) {
  const said = [];
  if (one.times !== null) said.push(t("active-times", { times: one.times }));
  if (seconds !== null) said.push(t("active-seconds", { seconds }));
  return said.length > 0 ? said : [t("active-until")];
}

function row({ id, name, where, end }) {
  const mended = typeof id === "number" && signButton(`mend ${id}`, "close", t("active-end", { name }), { onclick: () => mend(`/${id}`) });
  return el("li", {}, el("span", {}, el("b", {}, name), where && el("small", {}, store.nameOf(where))), el("small", { class: "end" }, end.join(" · ")), mended);
}

async function mend(which) {
  outcome = null;
  await attempt(() => remove(`/faults${which}`));
  await readBroken();
  // the button pressed is gone with what it mended: the focus stays in the panel
  if (document.activeElement === document.body) active.focus();
}
