// The line that tells a first visitor what to do; gone for good once dismissed.
import { button, el, repaint, signButton } from "../dom.js";
import { store } from "../store.js";
import { language, t } from "../words.js";

const hint = document.getElementById("hint");
const DISMISSED = "hint-dismissed";
const RESIDENT = /^(居民|Resident)/;

export function paintHint(half, act) {
  const { me } = half;
  hint.hidden = localStorage.getItem(DISMISSED) !== null || Boolean(store.world.story) || Boolean(document.body.dataset.dock);
  // a resident is told to report in the first of their groups; who holds a post is not
  const [home] = store.groupsOf(me.id);
  const works = !home || !RESIDENT.test(me.role ?? "");
  // a town where no group is bound yet begins at the operator's desk
  const empty = store.world.chats.every((chat) => chat.type === "private");
  const said = empty ? "hint-empty" : works ? "hint-staff" : "hint-resident";
  const names = { name: me.name, bot: store.world.bot.name };
  repaint(hint, [names, said, language()], () => [
    el("p", {}, t(said, names), !works && el("code", {}, t("example"))),
    !works && button("fill", { class: "fill", onclick: () => act.fill(home.id, t("example")) }, t("fill")),
    signButton("dismiss", "close", t("dismiss"), { class: "close", onclick: () => dismiss(half) }),
  ]);
}

function dismiss(half) {
  localStorage.setItem(DISMISSED, "1");
  hint.hidden = true;
  half.write();
}
