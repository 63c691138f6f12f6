// The line that tells a first visitor what to do; gone for good once dismissed.
import { el, icon, repaint } from "./dom.js";
import { store } from "./store.js";
import { language, t } from "./words.js";

const hint = document.getElementById("hint");
const DISMISSED = "hint-dismissed";

export function paintHint(act) {
  const { me, world } = store;
  hint.hidden = localStorage.getItem(DISMISSED) !== null;
  const groups = store.groupsOf(me);
  const works = groups.length > 1;
  const names = { name: me.name, bot: world.bot.name };
  repaint(hint, [names, works, language()], () => [
    el("p", {}, t(works ? "hint-staff" : "hint-resident", names), !works && el("code", {}, t("example"))),
    !works && groups[0] && el("button", { type: "button", class: "fill", onclick: () => act.fill(groups[0].id, t("example")) }, t("fill")),
    el("button", { type: "button", class: "close", "aria-label": t("dismiss"), title: t("dismiss"), onclick: dismiss }, icon("close")),
  ]);
}

function dismiss() {
  localStorage.setItem(DISMISSED, "1");
  hint.hidden = true;
  document.getElementById("text")?.focus();
}
