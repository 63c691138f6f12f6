// The left: whom to play, and that person's chats.
import { gist } from "./bubbles.js";
import { avatar, el, icon, repaint } from "./dom.js";
import { isUnread } from "./seen.js";
import { store } from "./store.js";
import { previewTime } from "./times.js";
import { language, t } from "./words.js";

const people = document.getElementById("people");
const chats = document.getElementById("chats");

/** People stand under the smallest group they belong to: neighbours apart from those who work for them. */
function circles() {
  const found = new Map();
  for (const person of store.world.people) {
    const groups = store.groupsOf(person).sort((a, b) => a.members.length - b.members.length);
    const title = groups[0]?.title ?? t("people-alone");
    found.set(title, [...(found.get(title) ?? []), person]);
  }
  return [...found].sort(([, a], [, b]) => store.world.people.indexOf(a[0]) - store.world.people.indexOf(b[0]));
}

export function paintPeople(act) {
  const marks = store.world.people.map((person) => [person, isUnread(person.id, person.id)]);
  repaint(people, [marks, store.person, language()], () => [
    el("h2", {}, t("people")),
    circles().map(([title, members]) => el("section", {},
      el("h3", {}, title),
      el("ul", {}, members.map((person) => el("li", {}, personButton(person, act)))))),
  ]);
}

function personButton(person, act) {
  const current = person.id === store.person;
  const unread = !current && isUnread(person.id, person.id);
  return el(
    "button",
    { type: "button", class: "entry", "aria-current": current ? "true" : null, data: { person: person.id, key: `person ${person.id}` }, onclick: () => act.person(person.id) },
    avatar(person.id, person.name),
    el("span", { class: "lines" }, el("b", {}, person.name), el("small", {}, person.role)),
    unread && dot(),
  );
}

function dot() {
  return el("span", { class: "dot", role: "img", "aria-label": t("unread") });
}

export function paintChats(act) {
  const { me, world } = store;
  const rows = [
    ...store.groupsOf(me).map((group) => ({ id: group.id, tone: group.id, title: group.title, kind: "group" })),
    { id: me.id, tone: world.bot.id, title: world.bot.name, kind: "robot" },
  ].map((row) => ({ ...row, last: store.thread(row.id).at(-1), unread: isUnread(me.id, row.id) }));
  repaint(chats, [rows, me, store.chat, language()], () => [
    el("header", {},
      el("button", { type: "button", class: "back", "aria-label": t("back-people"), onclick: () => act.pane("people") }, icon("back")),
      avatar(me.id, me.name),
      el("div", { class: "who" }, el("h2", {}, t("chats-of", { name: me.name })), el("p", {}, me.role))),
    el("ul", {}, rows.map((row) => el("li", {}, chatButton(row, act)))),
  ]);
}

function chatButton(row, act) {
  const { last } = row;
  const who = last && !last.service && row.kind === "group" ? `${last.from.name}：` : "";
  return el(
    "button",
    { type: "button", class: "entry", "aria-current": row.id === store.chat ? "true" : null, data: { chat: row.id, key: `chat ${row.id}` }, onclick: () => act.chat(row.id) },
    avatar(row.tone, row.title, row.kind),
    el("span", { class: "lines" },
      el("span", { class: "line" }, el("b", {}, row.title, row.kind === "robot" && el("span", { class: "badge" }, t("bot"))), last && el("time", {}, previewTime(last.at, store.now))),
      el("span", { class: "line" }, el("small", {}, last ? who + gist(last) : t("no-messages")), row.unread && dot())),
  );
}
