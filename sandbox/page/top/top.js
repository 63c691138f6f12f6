// The bar above: the town's clock and how to move it, the bot's idle line, stories, panels, language, reset.
import { post } from "../api.js";
import { button, el, repaint, walk } from "../dom.js";
import { fill } from "../forms.js";
import { icon } from "../icons.js";
import { attempt, choose, dropdown, entry, sure, toast } from "../notices.js";
import { store } from "../store.js";
import { clockTime, day } from "../times.js";
import { language, t } from "../words.js";
import { heldBy } from "./holding.js";
import { shelf, storyMenu } from "./story.js";

const top = document.getElementById("top");

function state() {
  if (!store.connected) return "offline";
  if (store.moving) return "moving";
  return store.world.idle ? "idle" : "busy";
}

function stateWords() {
  return (["busy", "moving"].includes(state()) && heldBy("busy-pace")) || t(state());
}

export function paintTop(act) {
  const time = clockTime(store.now);
  const date = day(store.now);
  if (top.querySelector(".panel:not([hidden])")) {
    tick(time, date);
    return;
  }
  repaint(top, [time, date, stateWords(), act.view(), shelf.length, store.full, language()], () => [
    el("div", { class: "brand" }, el("span", { class: "mark", "aria-hidden": "true" }), el("span", {}, t("title"))),
    el("div", { class: "time", role: "group", "aria-label": t("clock") },
      el("span", { class: "now" }, icon("clock"), el("span", { class: "moment" }, el("b", {}, time), el("span", { class: "date" }, date))),
      step("hour", { seconds: 3600 }), step("day", { seconds: 86400 }), step("next", { to: "next" })),
    el("span", { class: `state ${state()}`, role: "status", title: stateWords() }, el("span", {}, stateWords())),
    shelf.length > 0 && storyMenu(),
    more(act),
  ]);
}

function tick(time, date) {
  top.querySelector(".moment b").textContent = time;
  top.querySelector(".date").textContent = date;
}

function step(name, move) {
  return button(name, { class: "step", disabled: store.moving, data: { step: name }, onclick: () => advance(move) }, t(name));
}

async function advance(move) {
  await attempt(async () => {
    try {
      await store.advance(move);
    } catch (error) {
      // the only thing this request can be refused for
      if (error.status === 400) toast(t("nothing-due"));
      else throw error;
    }
  });
}

/** Panels, halves, language and reset: in a row where there is room, else behind one button. */
function more(act) {
  const view = act.view();
  const item = (name, sign, words, on, run) => {
    const pressed = on === null ? {} : { "aria-pressed": String(on) };
    return button(name, { class: "item", title: words, ...pressed, onclick: (event) => choose(event.currentTarget, run) }, icon(sign), el("span", {}, words));
  };
  const panel = el("div", { class: "panel tray" },
    item("halves", "halves", t("halves"), view.halves === 2, act.halves),
    item("doors", "doors", t("doors"), view.dock === "doors", () => act.dock("doors")),
    store.full && item("operator", "operator", t("operator"), view.dock === "operator", () => act.dock("operator")),
    store.full && item("breaking", "bolt", t("breaking"), view.dock === "breaking", () => act.dock("breaking")),
    button("language", { class: "item", lang: language() === "en" ? "zh-CN" : "en", "aria-label": t("language-label"), title: t("language-label"), onclick: (event) => choose(event.currentTarget, act.language) }, icon("language"), el("span", {}, t("language"))),
    store.full && entry("reset", "reset", el("span", {}, t("reset")), reset));
  walk(panel, "button", ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);
  return dropdown(button("more", { class: "tool", "aria-label": t("more"), title: t("more") }, icon("menu")), panel, "tray-box");
}

// each town that a story is played in may be walked by hand too
async function reset() {
  const towns = [...new Set(shelf.map((story) => story.town))].sort();
  const known = towns.map((name) => [name, t(`town-${name}`)]);
  const ask = { name: "town", kind: "choice", label: t("reset-town"), options: known, value: "example" };
  const wanted = known.length > 1 ? await fill(t("reset-sure"), [ask], t("reset")) : (await sure(t("reset-sure"), t("reset"))) && {};
  if (wanted) await attempt(() => post("/reset", wanted));
}
