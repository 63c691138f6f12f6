// The Bot API calls as they happen: which, to whom, how long, and in plain words what each is for.
import { get, once } from "../api.js";
import { el, repaint } from "../dom.js";
import { store } from "../store.js";
import { exactTime } from "../times.js";
import { known, language, t } from "../words.js";

const KEPT = 120;
const SHOWN = 60;
let calls = [];

const list = el("ol", { class: "calls" });
const title = el("summary", {});
const why = el("p", { class: "fine" });

store.on(["run"], () => { calls = []; });

/** Ask for the calls since the last one known. */
export const readCalls = once(async () => {
  const { calls: heard } = await get(`/calls?after=${calls.at(-1)?.id ?? 0}`).catch(() => ({ calls: [] }));
  calls = [...calls, ...heard].slice(-KEPT);
  paintCalls();
});

export function callList() {
  return el("details", { class: "section", open: true }, title, why, list);
}

export function paintCalls() {
  repaint(title, [language()], () => t("calls"));
  repaint(why, [language()], () => t("calls-why"));
  const shown = calls.slice(-SHOWN).reverse();
  repaint(list, [shown.map(({ id, ok, ms }) => [id, ok, ms]), language()], () =>
    (shown.length > 0 ? shown.map(row) : [el("li", { class: "nothing" }, t("calls-empty"))]));
}

function row(call) {
  const to = call.params?.chat_id;
  const meaning = known(`call-${call.method}`);
  return el("li", { class: call.ok ? "" : "failed" }, el("details", {},
    el("summary", {}, el("time", {}, exactTime(call.at)), el("code", {}, call.method), to !== undefined && el("span", { class: "to" }, `→ ${store.nameOf(Number(to) || to)}`),
      el("small", { class: "ms" }, call.ms === undefined || call.ms === null ? "" : `${Math.round(call.ms)} ms`)),
    el("pre", {}, JSON.stringify(call.params, null, 1))),
  el("p", {}, call.ok ? meaning : (call.error ?? meaning)));
}
