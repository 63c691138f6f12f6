// What this page broke, and what came of it: counted from the sandbox's own record, newest first.
import { get, once } from "../api.js";
import { el, repaint } from "../dom.js";
import { callsAfter, callsTo, fared, isRefused, mark, visible, whom } from "../records.js";
import { store } from "../store.js";
import { clockTime } from "../times.js";
import { known, language, t } from "../words.js";

const KEPT = 20;
const RESTS = 3000; // milliseconds of rest after which what follows belongs to something else
const SOON = 30000; // milliseconds in which a bot that ends for a fault is started again
// what waits for a call, or for an update: of the rest there is nothing to be met
const AWAITED = ["duplicate", "swapped-lanes", "second-poller"];
// what stays as it is for a while, or for good: its price is what the bot could not say
const TOWN = ["kick", "block", "mute", "migrate", "deleted-topic"];
// what stays for good: what its words count since then is true only as long as it is counted
const FOR_GOOD = ["migrate", "deleted-topic"];
const entries = [];
const list = el("section", { class: "befell" });

store.on(["run"], () => { entries.length = 0; paintBefell(); });
store.on(["starts"], () => {
  for (const each of entries) each.again ||= each.kind === "second-poller" && each.came?.times > 0 && performance.now() - each.met < SOON;
  paintBefell();
});
store.on(["fault", "starts", "world"], () => readBefell());
// of these there are many, and what they change is of no use but to who looks
store.on(["call", "doors"], () => { if (list.isConnected && list.offsetParent) readBefell(); });

// looked at or not: what follows must be told from what is over, and no event tells of a rest
setInterval(() => { if (entries.some(isResting)) readBefell(); }, 1000);

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

/** Ask what came of what may still change. */
export const readBefell = once(async () => {
  const open = entries.filter((each) => !each.settled);
  if (open.length === 0) return;
  const oldest = Math.min(...open.map((each) => each.stood.call));
  const [calls, told] = await Promise.all([callsAfter(oldest), get("/faults")]).catch(() => [null]);
  if (!calls) return;
  for (const entry of open) {
    const came = reckon(entry, calls.filter((call) => call.id > entry.stood.call), told);
    const times = entry.came?.times ?? 0;
    if (came.times > times || came.over !== entry.came?.over) entry.met = performance.now();
    entry.came = came;
    // what ended unmet is met no more
    entry.settled = came.over && (came.times === 0 || (isResting(entry) && performance.now() - entry.met > RESTS));
  }
  paintBefell();
});

/** Whether it was met, is over and comes to rest, or was not read yet. */
function isResting({ kind, came, settled }) {
  if (came === null) return true;
  return !settled && came.times > 0 && came.over && came.open === 0 && store.world.idle && !FOR_GOOD.includes(kind);
}

function reckon({ kind, id, storm, target, stood }, calls, { hits, storm_hits, storms, faults }) {
  const { met, twice, open } = fared(calls, (call) => (storm ? call.storm === storm : call.fault_id === id));
  const theirs = target ? callsTo(calls, target, { moved: kind === "migrate" }) : calls;
  return {
    storm, times: (storm ? storm_hits[storm] : hits[id]) ?? 0,
    over: storm ? !storms.some((one) => one.id === storm) : !faults.some((one) => one.id === id),
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
  return el("li", { "data-settled": entry.settled }, el("time", {}, clockTime(at)), el("span", {}, el("b", {}, target ? `${name} · ${store.nameOf(target)}` : name), el("small", {}, came ? outcome(entry) : t("befell-reading"))));
}

/** In words: how often it was met, what was doubled or is still open, and what the reader may see of it. */
function outcome({ kind, counts, at, came, again }) {
  if (came.times === 0) return t(came.over ? "befell-never" : known(`befell-${kind}-not-yet`) ? `befell-${kind}-not-yet` : "befell-not-yet");
  return [
    (counts || AWAITED.includes(kind)) && times(came),
    ...(counts ? counted(came) : []),
    TOWN.includes(kind) && came.refused > 0 && t(came.over && !FOR_GOOD.includes(kind) ? "befell-refused-over" : "befell-refused", { count: came.refused }),
    rule(kind, { ...came, when: clockTime(at) }),
    again && t("befell-again"),
  ].filter(Boolean).join(language() === "en" ? " " : "");
}

/** What it means for who looks on; of what lasts, while it does and once it is over. */
function rule(kind, came) {
  const key = came.over && known(`befell-${kind}-over`) ? `befell-${kind}-over` : `befell-${kind}`;
  return known(key) && t(key, came);
}

function times({ times, whom: chats, over, storm }) {
  if (storm && !over) return t("befell-under-way", { times });
  return chats.length > 0 ? t("befell-met-at", { times, chats: chats.join(t("due-and")) }) : t("befell-met", { times });
}

// nothing is lost that the bot may still tell
function counted({ open, twice }) {
  const lost = open === 0 ? "befell-lost" : store.world.idle ? "befell-unseen" : "befell-open";
  return [t(lost, { count: open }), t(twice > 0 ? "befell-twice" : "befell-once", { count: twice })];
}
