// What this page broke, and what came of it: counted from the sandbox's own record, newest first.
import { get, once } from "../api.js";
import { el, repaint } from "../dom.js";
import { callsAfter, callsTo, fared, isRefused, mark, visible, whom } from "../records.js";
import { store } from "../store.js";
import { clockTime } from "../times.js";
import { known, language, t } from "../words.js";

const KEPT = 20;
// what waits for a call, or for an update: of the rest there is nothing to be met
const AWAITED = ["duplicate", "swapped-lanes", "second-poller"];
// what stays as it is for a while, or for good: its price is what the bot could not say
const TOWN = ["kick", "block", "mute", "migrate", "deleted-topic"];
const entries = [];
const list = el("section", { class: "befell" });

store.on(["run"], () => { entries.length = 0; paintBefell(); });
store.on(["call", "idle", "clock", "doors", "starts", "fault"], () => { if (list.isConnected && list.offsetParent) readBefell(); });

export function befellList() {
  return list;
}

/** How things stand before something is broken: {call, dead, starts}. */
export async function before() {
  return { call: await mark(), dead: store.world.doors?.inbox?.dead ?? 0, starts: store.world.starts };
}

/** Note what was broken: {kind, target, stood}, its `id` or that of its `storm`, and whether it befalls calls, which `counts`. */
export async function note(broken) {
  const { now } = await get("/clock");
  entries.unshift({ ...broken, at: now, came: null });
  entries.splice(KEPT);
  readBefell();
}

const readBefell = once(async () => {
  if (entries.length === 0) return;
  const oldest = Math.min(...entries.map((each) => each.stood.call));
  const [calls, told] = await Promise.all([callsAfter(oldest), get("/faults")]).catch(() => [null]);
  if (!calls) return;
  for (const entry of entries) entry.came = reckon(entry, calls.filter((call) => call.id > entry.stood.call), told);
  paintBefell();
});

function reckon({ id, storm, target, stood, came }, calls, { last, storms }) {
  const { met, twice, open } = fared(calls, (call) => (storm ? call.storm === storm : call.fault_id === id));
  const theirs = target ? callsTo(calls, target) : calls;
  return {
    // the sandbox keeps the last fifty: what was counted once stays counted
    times: Math.max(came?.times ?? 0, last.filter((one) => (storm ? one.storm === storm : one.id === id)).length),
    over: !storms.some((one) => one.id === storm),
    whom: storm ? [] : whom(met), twice, open,
    said: visible(theirs).said, refused: theirs.filter(isRefused).length,
    dead: (store.world.doors?.inbox?.dead ?? 0) - stood.dead,
    again: store.world.starts > stood.starts,
  };
}

export function paintBefell() {
  repaint(list, [entries, store.world.idle, language()], () => (entries.length > 0 ? [el("h3", {}, t("befell")), el("ol", {}, entries.map(row))] : []));
}

function row(entry) {
  const { kind, target, at, came } = entry;
  const name = t(`break-${kind}`);
  return el("li", {}, el("time", {}, clockTime(at)), el("span", {}, el("b", {}, target ? `${name} · ${store.nameOf(target)}` : name), el("small", {}, came ? outcome(entry) : t("befell-reading"))));
}

/** In words: how often it was met, what was doubled or is still open, and what the reader may see of it. */
function outcome({ kind, counts, at, came }) {
  if (came.times === 0) return t("befell-not-yet");
  return [
    (counts || AWAITED.includes(kind)) && times(came),
    ...(counts ? counted(came) : []),
    TOWN.includes(kind) && came.refused > 0 && t("befell-refused", { count: came.refused }),
    known(`befell-${kind}`) && t(`befell-${kind}`, { ...came, when: clockTime(at) }),
    kind === "second-poller" && came.again && t("befell-again"),
  ].filter(Boolean).join(language() === "en" ? " " : "");
}

function times({ times, whom: chats, over }) {
  if (!over) return t("befell-under-way", { times });
  return chats.length > 0 ? t("befell-met-at", { times, chats: chats.join(t("due-and")) }) : t("befell-met", { times });
}

// nothing is lost that the bot may still tell
function counted({ open, twice }) {
  const lost = open > 0 && !store.world.idle ? "befell-open" : "befell-lost";
  return [t(lost, { count: open }), t(twice > 0 ? "befell-twice" : "befell-once", { count: twice })];
}
