// One message, or one album, as a list item: bubble, quote, what it carries, words, buttons.
import { avatar, button, el, signButton, tone } from "../dom.js";
import { icon } from "../icons.js";
import { store } from "../store.js";
import { clockTime } from "../times.js";
import { t } from "../words.js";
import { file, gist, photos, place, voice } from "./content.js";
import { rich } from "./entities.js";
import { poll } from "./poll.js";

/** Build a row of messages. `near` says how it stands: {own, first, last, quoted, topic, newest}; `act` does what is pressed. */
export function bubble(messages, near, act) {
  const [message] = messages;
  if (message.service) return el("li", { class: "service", data: { message: message.id } }, el("span", {}, message.service));
  const face = speaker(message);
  const kind = near.own ? "own" : face.bot ? "bot" : "other";
  const shape = `row ${kind}${near.first ? " first" : ""}${near.last ? " last" : ""}`;
  return el("li", { class: shape, data: { message: message.id } },
    !near.own && el("span", { class: "gutter" }, near.last && avatar(face.id, face.name, face.kind)),
    el("div", { class: "stack" }, body(messages, near, act), tools(messages, near, act), keyboard(message, act), near.own && near.newest && faces(message.seen_by)));
}

/** Who a message is from, as a group sees it: an anonymous administrator and a channel speak as chats. */
export function speaker({ from, sender_chat: chat }) {
  if (chat) return { id: chat.id, name: chat.title, kind: "group", bot: false };
  return { id: from.id, name: from.name, kind: from.bot ? "robot" : "person", bot: from.bot };
}

function body(messages, near, act) {
  const [message] = messages;
  const worded = messages.find((one) => one.text) ?? message;
  const pictured = messages.some((one) => one.photo);
  return el("div", { class: `bubble${pictured ? " with-photo" : ""}${messages.length > 1 ? " with-album" : ""}`, tabindex: -1 },
    !near.own && near.first && sender(message),
    near.topic && el("div", { class: "in-topic" }, icon("topic"), near.topic),
    message.forwarded && el("div", { class: "forwarded" }, t("forwarded", { title: message.forwarded.title ?? "" })),
    message.reply_to && quote(near.quoted, message.reply_to, act),
    photos(messages, act),
    message.location && place(message.location),
    message.voice && voice(message.voice),
    messages.filter((one) => one.document).map((one) => file(one.document)),
    message.poll && poll(message, act),
    worded.text && el("div", { class: "text" }, rich(worded.text, worded.entities, act)),
    stamp(messages, near));
}

function stamp(messages, near) {
  const readers = messages[0].seen_by ?? [];
  const edited = messages.some((one) => one.edited);
  const names = readers.map((id) => store.nameOf(id)).join("、");
  return el("span", { class: "stamp" },
    edited && el("i", {}, t("edited")),
    near.own && readers.length > 0 && el("span", { class: "readers", title: names, role: "img", "aria-label": t("seen-by", { count: readers.length, names }) }, icon("eye"), String(readers.length)),
    el("time", {}, clockTime(messages.at(-1).at)));
}

const FACES = 4;

function faces(readers = []) {
  if (readers.length === 0) return null;
  const shown = readers.slice(0, FACES).map((id) => avatar(id, store.nameOf(id)));
  return el("div", { class: "faces", "aria-hidden": "true" }, shown, readers.length > FACES && el("small", {}, `+${readers.length - FACES}`));
}

function ink(from) {
  return from.bot ? "ink-robot" : `ink-${tone(from.id)}`;
}

function sender(message) {
  const from = speaker(message);
  const label = message.sender_chat && !message.forwarded ? t("anonymous") : null;
  return el("div", { class: `sender ${ink(from)}` }, from.name, from.bot && el("span", { class: "badge" }, t("bot")), label && el("span", { class: "badge" }, label));
}

function quote(quoted, id, act) {
  const from = quoted && speaker(quoted);
  return el("button", { type: "button", class: `quote ${from ? ink(from) : ""}`, onclick: () => act.show(id) },
    el("b", {}, from ? from.name : t("gone")),
    quoted && el("span", {}, gist(quoted)));
}

function keyboard(message, act) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => el("div", { class: "keys" }, row.map((one) => key(message, one, act))));
  const node = el("div", { class: "keyboard", role: "group", "aria-label": t("buttons") }, rows);
  act.settle(message, node);
  return node;
}

function key(message, one, act) {
  const mark = `${message.id} ${one.data ?? one.url ?? one.text}`;
  if (one.url && !act.ours(one.url)) {
    return el("a", { class: "key", href: /^https?:/i.test(one.url) ? one.url : "#", target: "_blank", rel: "noopener noreferrer", data: { key: mark } }, one.text, icon("link"));
  }
  return button(mark, { class: "key", onclick: (event) => act.press(message, one, event.currentTarget) }, one.text, one.url && icon("link"));
}

function tools(messages, near, act) {
  const [message] = messages;
  const worded = messages.find((one) => one.text);
  const one = (name, run) => signButton(`${message.id} ${name}`, name, t(name), { onclick: run });
  return el("div", { class: "tools" },
    one("reply", () => act.reply(message)),
    near.own && worded && !message.poll && one("edit", () => act.edit(worded)),
    near.own && one("delete", () => act.delete(messages)));
}
