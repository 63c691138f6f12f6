// The bar above: the town's clock and how to move it, the bot's idle line, the language.
import { el, icon, repaint } from "./dom.js";
import { store } from "./store.js";
import { clockTime, day } from "./times.js";
import { language, t } from "./words.js";

const top = document.getElementById("top");

function state() {
  if (!store.connected) return "offline";
  if (store.moving) return "moving";
  return store.world.idle ? "idle" : "busy";
}

export function paintTop(act) {
  const time = clockTime(store.now);
  const date = day(store.now);
  repaint(top, [time, date, state(), language()], () => [
    el("div", { class: "brand" }, el("span", { class: "mark", "aria-hidden": "true" }), el("span", {}, t("title"))),
    el("div", { class: "time", role: "group", "aria-label": t("clock") },
      el("span", { class: "now" }, icon("clock"), el("b", {}, time), el("span", { class: "date" }, date)),
      step("hour", { seconds: 3600 }, act), step("day", { seconds: 86400 }, act), step("next", { to: "next" }, act)),
    el("span", { class: `state ${state()}` }, t(state())),
    el("button", { type: "button", class: "quiet", lang: language() === "en" ? "zh-CN" : "en", "aria-label": t("language-label"), data: { key: "language" }, onclick: act.language }, t("language")),
  ]);
}

function step(name, move, act) {
  return el("button", { type: "button", class: "step", disabled: store.moving, data: { key: name, step: name }, onclick: () => act.advance(move) }, t(name));
}
