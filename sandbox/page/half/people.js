// Whom one plays: the picker above the list of chats.
import { avatar, button, el, repaint, walk } from "../dom.js";
import { icon } from "../icons.js";
import { choose, dropdown, entry } from "../notices.js";
import { store } from "../store.js";
import { language, roleOf, t } from "../words.js";
import { isUnread } from "./seen.js";

/** People stand under the smallest group they belong to: neighbours apart from those who work for them. */
function circles() {
  const found = new Map();
  for (const person of store.world.people) {
    const [smallest] = store.groupsOf(person.id).sort((a, b) => a.members.length - b.members.length);
    const title = smallest?.title ?? t("people-alone");
    found.set(title, [...(found.get(title) ?? []), person]);
  }
  return [...found].sort(([, a], [, b]) => store.world.people.indexOf(a[0]) - store.world.people.indexOf(b[0]));
}

export function paintPeople(half, act) {
  const { me } = half;
  const marks = store.world.people.map((person) => [person, person.id !== me.id && isUnread(person.id, person.id)]);
  // the panel stays as it is while somebody chooses in it
  if (half.parts.who.querySelector(".people:not([hidden])")) return;
  repaint(half.parts.who, [marks, circles().map(([title]) => title), me.id, store.full, language()], () => picker(half, act, marks));
}

function picker(half, act, marks) {
  const { me } = half;
  const waiting = marks.some(([, unread]) => unread);
  const opener = button("people", { class: "picker", "aria-label": t("people-now", { name: me.name }) },
    avatar(me.id, me.name),
    el("span", { class: "lines" }, el("b", {}, me.name), el("small", {}, roleOf(me))),
    waiting && dot(), icon("down"));
  const panel = el("div", { class: "panel people", "aria-label": t("people") },
    circles().map(([title, members]) => el("section", {},
      el("h3", {}, title),
      el("ul", {}, members.map((person) => el("li", {}, one(person, half, act)))))),
    store.full && entry("newcomer", "plus", t("newcomer"), act.newcomer));
  walk(panel, "button");
  return dropdown(opener, panel, "who-box");
}

function one(person, half, act) {
  const current = person.id === half.person;
  const attributes = { class: "entry", "aria-current": current ? "true" : null, data: { person: person.id }, onclick: (event) => choose(event.currentTarget, () => act.person(person.id)) };
  return button(`person ${person.id}`, attributes,
    avatar(person.id, person.name),
    el("span", { class: "lines" }, el("b", {}, person.name), el("small", {}, roleOf(person))),
    !current && isUnread(person.id, person.id) && dot());
}

export function dot() {
  return el("span", { class: "dot", role: "img", "aria-label": t("unread") });
}
