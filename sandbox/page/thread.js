// The middle: the messages of the chosen chat, kept node by node, and the head above them.
import { bubble } from "./bubbles.js";
import { avatar, el, icon, repaint } from "./dom.js";
import { store } from "./store.js";
import { day, dayKey } from "./times.js";
import { language, t } from "./words.js";

const log = document.getElementById("log");
const head = document.getElementById("chat-head");
const TOGETHER = 5 * 60 * 1000;
const NEAR_END = 120;

let kept = new Map();
let shown = "";
let atEnd = true;

log.addEventListener("scroll", () => { atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END; });
// a picture grows when it arrives, after the scrolling was done
log.addEventListener("load", () => { if (atEnd) toEnd(); }, true);
new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(log);

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

/** Draw the messages; stay at the end when the reader was there. */
export function paintThread(act) {
  const key = `${store.person}/${store.chat}/${language()}`;
  const moved = key !== shown;
  if (moved) kept = new Map();
  shown = key;
  atEnd ||= moved;
  arrange(items(store.thread(), act));
  if (atEnd) toEnd();
}

function items(messages, act) {
  if (messages.length === 0) return [keep("empty", t("empty"), empty)];
  const byId = new Map(messages.map((message) => [message.id, message]));
  const nodes = [];
  messages.forEach((message, i) => {
    const [before, after] = [messages[i - 1], messages[i + 1]];
    const date = dayKey(message.at);
    if (!before || dayKey(before.at) !== date) nodes.push(keep(`day ${date}`, date, () => dayLine(message.at)));
    const near = {
      own: message.from.id === store.person,
      first: !together(before, message),
      last: !together(message, after),
      quoted: byId.get(message.reply_to),
    };
    nodes.push(keep(message.id, [message, near], () => bubble(message, near, act)));
  });
  return nodes;
}

function together(one, next) {
  return one && next && !one.service && !next.service && one.from.id === next.from.id
    && next.at - one.at < TOGETHER && dayKey(one.at) === dayKey(next.at);
}

function keep(key, facts, build) {
  const sign = JSON.stringify(facts);
  const old = kept.get(key);
  if (old?.sign === sign) return { key, ...old };
  return { key, sign, node: build() };
}

function arrange(wanted) {
  const focused = log.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  kept = new Map(wanted.map(({ key, sign, node }) => [key, { sign, node }]));
  const nodes = new Set(wanted.map(({ node }) => node));
  for (const node of [...log.children]) if (!nodes.has(node)) node.remove();
  wanted.forEach(({ node }, i) => {
    if (log.children[i] !== node) log.insertBefore(node, log.children[i] ?? null);
  });
  if (focused && !log.contains(document.activeElement)) log.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function dayLine(moment) {
  return el("li", { class: "day" }, el("span", {}, day(moment)));
}

function empty() {
  const names = { name: store.me.name, bot: store.world.bot.name };
  return el("li", { class: "empty" }, el("span", {}, store.isPrivate(store.chat) ? t("empty-private", names) : t("empty")));
}

/** Scroll to a message and let it glow. */
export function showMessage(id) {
  const node = kept.get(id)?.node;
  if (!node) return;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.remove("glow");
  requestAnimationFrame(() => node.classList.add("glow"));
}

/** Who is talked with, and as whom. */
export function paintHead(act) {
  const { me, world } = store;
  const group = store.group(store.chat);
  const title = group?.title ?? world.bot.name;
  const about = group ? t("members", { count: group.members.length, name: me.name }) : t("private-with", { name: me.name });
  repaint(head, [title, about, me.blocked, me.started, language()], () => [
    el("button", { type: "button", class: "back", "aria-label": t("back-chats"), onclick: () => act.pane("chats") }, icon("back")),
    avatar(group ? group.id : world.bot.id, title, group ? "group" : "robot"),
    el("div", { class: "who" }, el("h1", {}, title), el("p", {}, about)),
    !group && me.started && el("button", { type: "button", class: "quiet", data: { key: "block" }, onclick: () => act.block(!me.blocked) }, t(me.blocked ? "unblock" : "block")),
  ]);
}
