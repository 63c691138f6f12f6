// The panel beside the halves: the bot's doors, the operator's desk, or what breaks it; on a phone it is a sheet.
import { button, el, repaint, signButton, walk } from "../dom.js";
import { store } from "../store.js";
import { language, t } from "../words.js";
import { readBefell } from "./befell.js";
import { breakingPanel, paintBroken, readBroken } from "./breaking.js";
import { callList, paintCalls, readCalls } from "./calls.js";
import { doors } from "./doors.js";
import { operatorDesk, paintTranscript } from "./operator.js";

const dock = document.getElementById("dock");
const TABS = { doors: paintDoors, operator: paintOperator, breaking: paintBreaking };
let opener = null;

const parts = {
  tabs: el("header", { class: "dock-head", role: "tablist" }),
  doors: el("div", { class: "dock-body doors" }),
  calls: callList(),
  operator: el("div", { class: "dock-body operator" }),
  breaking: el("div", { class: "dock-body breaking" }),
};
dock.append(parts.tabs, parts.doors, parts.operator, parts.breaking);
walk(parts.tabs, "[role=tab]", ["ArrowLeft", "ArrowRight", "Home", "End"]);

export function openDock() {
  opener = document.activeElement;
  requestAnimationFrame(() => dock.querySelector("[aria-selected=true]")?.focus()); // it is drawn by then
}

export function closeDock() {
  if (opener?.isConnected) opener.focus();
  else document.querySelector("[data-key=more], [data-key=doors]")?.focus();
}

export function paintDock(act) {
  const { dock: open } = act.view();
  const shown = open in TABS ? open : "";
  dock.hidden = !shown;
  if (shown && document.body.dataset.dock !== shown) (shown === "breaking" ? readBreaking : readCalls)();
  document.body.dataset.dock = shown;
  if (!shown) return;
  repaint(parts.tabs, [shown, store.full, language()], () => [
    tab("doors", shown, act), store.full && tab("operator", shown, act), store.full && tab("breaking", shown, act),
    signButton("close-dock", "close", t("close"), { onclick: () => act.dock(shown) })]);
  for (const name of Object.keys(TABS)) parts[name].hidden = name !== shown;
  TABS[shown](act);
}

function tab(name, shown, act) {
  const on = name === shown;
  return button(`tab ${name}`, { class: "dock-tab", role: "tab", "aria-selected": String(on), tabindex: on ? 0 : -1, onclick: () => { if (!on) act.dock(name); } }, t(name));
}

function paintDoors() {
  const told = store.world.doors ?? null;
  repaint(parts.doors, [told, store.world.people.length, store.world.chats.length, language()], () => [...doors(told), parts.calls]);
  paintCalls();
}

function paintOperator(act) {
  repaint(parts.operator, [store.world.bot.username, language()], () => operatorDesk());
  paintTranscript(act);
}

function paintBreaking(act) {
  repaint(parts.breaking, [language()], () => breakingPanel(act.facing));
  paintBroken();
}

function readBreaking() {
  readBroken();
  readBefell();
}

store.on(["fault", "run"], () => { if (!dock.hidden && !parts.breaking.hidden) readBroken(); });
store.on(["call", "run"], () => { if (!dock.hidden) readCalls(); });
