// The chats of the person one plays, the newest line of each beneath its title.
import { avatar, button, el, repaint, signButton, walk } from "../dom.js";
import { store } from "../store.js";
import { previewTime } from "../times.js";
import { language, t } from "../words.js";
import { gist } from "./content.js";
import { dot } from "./people.js";
import { isUnread } from "./seen.js";

export function paintChats(half, act) {
  const { me } = half;
  const rows = [
    ...store.groupsOf(me.id).map((group) => ({ id: group.id, tone: group.id, title: group.title, kind: "group", forum: group.forum })),
    { id: me.id, tone: store.world.bot.id, title: store.world.bot.name, kind: "robot" },
  ].map((row) => ({ ...row, last: store.thread(row.id, me.id).at(-1), unread: isUnread(me.id, row.id) }));
  half.parts.chats.setAttribute("aria-label", t("chats-of", { name: me.name }));
  repaint(half.parts.chats, [rows, me.id, half.chat, store.full, language()], () => [
    el("div", { class: "chats-head" }, el("h2", {}, t("chats")), store.full && signButton("make-group", "plus", t("make-group"), { onclick: act.makeGroup })),
    el("ul", {}, rows.map((row) => el("li", {}, line(row, half, act)))),
  ]);
}

export function readyChats(half) {
  walk(half.parts.chats, ".entry");
}

function line(row, half, act) {
  const { last } = row;
  const who = last && !last.service && row.kind === "group" ? `${last.from.name}：` : "";
  const current = row.id === half.chat;
  return button(`chat ${row.id}`, { class: "entry", "aria-current": current ? "true" : null, data: { chat: row.id }, onclick: () => act.chat(row.id) },
    avatar(row.tone, row.title, row.kind),
    el("span", { class: "lines" },
      el("span", { class: "line" }, el("b", {}, row.title), row.kind === "robot" && el("span", { class: "badge" }, t("bot")), last && el("time", {}, previewTime(last.at, store.now))),
      el("span", { class: "line" }, el("small", {}, last ? who + gist(last) : t("no-messages")), row.unread && dot())));
}
