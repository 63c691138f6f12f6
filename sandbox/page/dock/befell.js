// What this page broke, and what came of it: counted from the sandbox's own record, newest first.
import { get, once } from "../api.js";
import { el, repaint } from "../dom.js";
import { callsAfter, callsTo, fared, isRefused, mark, visible, whom } from "../records.js";
import { store } from "../store.js";
import { clockTime } from "../times.js";
import { known, language, t } from "../words.js";

const KEPT = 20;
const SOON = 30000; // milliseconds in which a bot that ends for a fault is started again
// what waits for a call, or for an update: of the rest there is nothing to be met
const AWAITED = ["duplicate", "swapped-lanes", "second-poller"];
// what stays as it is for a while, or for good: its price is what the bot could not say
const TOWN = ["kick", "block", "mute", "migrate", "deleted-topic"];
const entries = [];
const list = el("section", { class: "befell" });

store.on(["run"], () => { entries.length = 0; paintBefell(); });
store.on(["starts"], () => { for (const each of entries) each.again ||= each.kind === "second-poller" && performance.now() - each.met < SOON; });
store.on(["call", "idle", "clock", "doors", "starts", "fault"], () => { if (list.isConnected && list.offsetParent) readBefell(); });

export function befellList() {
  return list;
}

/** How things stand before something is broken: {call, dead}. */
export async function before() {
  return { call: await mark(), dead: store.world.doors?.inbox?.dead ?? 0 };
}

/** Note what was broken: {kind, target, stood}, its `id` or that of its `storm`, and whether it befalls calls, which `counts`. */
export async function note(broken) {
  const { now } = await get("/clock").catch(() => store);
  entries.unshift({ ...broken, at: now, came: null, again: false });
  entries.splice(KEPT);
  readBefell();
}

const readBefell = once(async () => {
  if (entries.length === 0) return;
  const oldest = Math.min(...entries.map((each) => each.stood.call));
  const [calls, told] = await Promise.all([callsAfter(oldest), get("/faults")]).catch(() => [null]);
  if (!calls) return;
  for (const entry of entries) {
    const came = reckon(entry, calls.filter((call) => call.id > entry.stood.call), told);
    if (came.times > (entry.came?.times ?? 0)) entry.met = performance.now();
    entry.came = came;
  }
  paintBefell();
});

function reckon({ id, storm, target, stood }, calls, { hits, storm_hits, storms }) {
  const { met, twice, open } = fared(calls, (call) => (storm ? call.storm === storm : call.fault_id === id));
  const theirs = target ? callsTo(calls, target) : calls;
  return {
    times: (storm ? storm_hits[storm] : hits[id]) ?? 0,
    over: !storms.some((one) => one.id === storm),
    whom: storm ? [] : whom(met), twice, open,
    said: visible(theirs).said, refused: theirs.filter(isRefused).length,
    dead: (store.world.doors?.inbox?.dead ?? 0) - stood.dead,
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
function outcome({ kind, counts, at, came, again }) {
  if (came.times === 0) return t("befell-not-yet");
  return [
    (counts || AWAITED.includes(kind)) && times(came),
    ...(counts ? counted(came) : []),
    TOWN.includes(kind) && came.refused > 0 && t("befell-refused", { count: came.refused }),
    known(`befell-${kind}`) && t(`befell-${kind}`, { ...came, when: clockTime(at) }),
    again && t("befell-again"),
  ].filter(Boolean).join(language() === "en" ? " " : "");
}

function times({ times, whom: chats, over }) {
  if (!over) return t("befell-under-way", { times });
  return chats.length > 0 ? t("befell-met-at", { times, chats: chats.join(t("due-and")) }) : t("befell-met", { times });
}

// nothing is lost that the bot may still tell
function counted({ open, twice }) {
  const lost = open === 0 ? "befell-lost" : store.world.idle ? "befell-unseen" : "befell-open";
  return [t(lost, { count: open }), t(twice > 0 ? "befell-twice" : "befell-once", { count: twice })];
}
