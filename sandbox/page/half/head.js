// Above a thread: who is talked with, the topics of a forum, and the menu of the chat.
import { avatar, button, el, repaint, signButton, walk } from "../dom.js";
import { icon } from "../icons.js";
import { dropdown } from "../notices.js";
import { store } from "../store.js";
import { language, t } from "../words.js";
import { EVERY_TOPIC, GENERAL } from "./half.js";
import { PRESENT, chatMenu } from "./menu.js";

export function paintHead(half, act) {
  const { me, group, parts } = half;
  const title = group?.title ?? store.world.bot.name;
  const sign = [title, about(half), group, me, half.topic, store.full, language()];
  if (parts.head.querySelector(".menu:not([hidden])")) return;
  repaint(parts.head, sign, () => [
    signButton("back", "back", t("back-chats"), { class: "back", onclick: () => { half.show("chats"); parts.chats.querySelector("[aria-current]")?.focus(); } }),
    avatar(group ? group.id : store.world.bot.id, title, group ? "group" : "robot"),
    el("div", { class: "lines" }, el("h1", {}, title), el("p", {}, about(half))),
    menu(half, act),
  ]);
}

function about({ group, me }) {
  if (!group) return t("private-with", { name: me.name });
  const inside = PRESENT.includes(group.bot?.status);
  const marks = [
    t("members", { count: group.members.length }),
    group.type === "group" && store.full && t("small-group"),
    group.bot && !inside && t("bot-absent"),
    group.bot?.status === "administrator" && t("bot-admin"),
    inside && group.bot.can_send === false && t("bot-muted"),
    group.admins.includes(me.id) && t(group.anonymous?.includes(me.id) ? "you-anonymous" : "you-admin"),
  ];
  return marks.filter(Boolean).join(" · ");
}

function menu(half, act) {
  const entries = chatMenu(half, act);
  if (entries.length === 0) return null;
  const panel = el("div", { class: "panel menu", role: "menu" }, entries);
  walk(panel, "button");
  return dropdown(signButton("menu", "more", t("chat-menu")), panel, "menu-box");
}

/** The strip of a forum's topics; writing under “all” goes to the general one. */
export function paintTopics(half, act) {
  const { group, parts, topic } = half;
  parts.topics.hidden = !group?.forum;
  parts.topics.setAttribute("aria-label", t("topics"));
  const topics = [
    { id: EVERY_TOPIC, name: t("every-topic") },
    { id: GENERAL, name: t("general-topic") },
    ...(group?.topics ?? []),
  ];
  repaint(parts.topics, [topics, topic, language()], () => topics.map((one) => button(`topic ${one.id}`, {
    class: "topic", role: "tab", "aria-selected": String(one.id === topic), tabindex: one.id === topic ? 0 : -1, data: { topic: one.id ?? "general" }, onclick: () => act.topic(one.id),
  }, one.name, one.closed && icon("lock"))));
}

export function readyTopics(half) {
  walk(half.parts.topics, ".topic", ["ArrowLeft", "ArrowRight", "Home", "End"]);
}
