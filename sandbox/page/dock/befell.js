// What was broken, and what came of it: counted from the sandbox's own record, newest first.
import { get, once } from "../api.js";
import { el, repaint } from "../dom.js";
import { callsAfter, fared, mark, visible, whom } from "../records.js";
import { store } from "../store.js";
import { clockTime } from "../times.js";
import { known, language, t } from "../words.js";

const KEPT = 8;
const entries = [];
const list = el("section", { class: "befell" });

store.on(["run"], () => { entries.length = 0; paintBefell(); });
store.on(["call", "idle", "clock", "doors"], () => { if (list.isConnected && list.offsetParent) readBefell(); });

export function befellList() {
  return list;
}

/** Where the records stand before something is broken: {call, dead}. */
export async function before() {
  return { call: await mark(), dead: store.world.doors?.inbox?.dead ?? 0 };
}

/** Note what was broken: {kind, target, stood}, its `id` (of a storm none), whether it befalls `calls`, which can be counted. */
export function note(broken) {
  entries.unshift({ ...broken, at: store.now, came: null });
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

function reckon({ kind, id, stood, came }, calls, { last, storms }) {
  const { met, twice, open } = fared(calls, kind);
  const seen = visible(calls);
  return {
    // the sandbox keeps the last fifty: what was counted once stays counted
    times: Math.max(came?.times ?? 0, last.filter((one) => (id ? one.id === id : one.storm !== null)).length),
    over: kind !== "storm" || storms.length === 0,
    whom: whom(met), twice, open,
    said: seen.said, refused: calls.filter((call) => !call.ok && !call.fault).length,
    dead: (store.world.doors?.inbox?.dead ?? 0) - stood.dead,
  };
}

export function paintBefell() {
  repaint(list, [entries, language()], () => (entries.length > 0 ? [el("h3", {}, t("befell")), el("ol", {}, entries.map(row))] : []));
}

function row({ kind, target, calls, at, came }) {
  const name = t(`break-${kind}`);
  return el("li", {}, el("time", {}, clockTime(at)), el("span", {}, el("b", {}, target ? `${name} · ${store.nameOf(target)}` : name), el("small", {}, came ? outcome(kind, calls, came) : t("befell-reading"))));
}

/** In words: how often it was met, what was doubled or is still open, and what the reader may see of it. */
function outcome(kind, calls, came) {
  if (came.times === 0) return t("befell-not-yet");
  const counted = calls ? [t("befell-lost", { count: came.open }), t(came.twice > 0 ? "befell-twice" : "befell-once", { count: came.twice })] : [];
  const { whom: chats } = came;
  const met = chats.length > 0 ? t("befell-met-at", { times: came.times, chats: chats.join(t("due-and")) }) : t("befell-met", { times: came.times });
  return [met, ...counted, known(`befell-${kind}`) && t(`befell-${kind}`, { ...came, when: clockTime(store.now) })].filter(Boolean).join(language() === "en" ? " " : "");
}
