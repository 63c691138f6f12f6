// One message as a list item: bubble, quote, picture, words, buttons.
import { avatar, el, icon, tone } from "./dom.js";
import { rich } from "./entities.js";
import { clockTime, seconds } from "./times.js";
import { t } from "./words.js";

/** Build a message. `near` says how it stands in the row: {own, first, last, quoted}; `act` does what is pressed. */
export function bubble(message, near, act) {
  if (message.service) return el("li", { class: "service", data: { message: message.id } }, el("span", {}, message.service));
  const kind = near.own ? "own" : message.from.bot ? "bot" : "other";
  const rows = { class: `row ${kind}${near.first ? " first" : ""}${near.last ? " last" : ""}`, data: { message: message.id } };
  return el(
    "li",
    rows,
    !near.own && el("span", { class: "gutter" }, near.last && avatar(message.from.id, message.from.name, message.from.bot ? "robot" : "person")),
    el("div", { class: "stack" }, body(message, near, act), keyboard(message, act)),
    tools(message, near, act),
  );
}

function body(message, near, act) {
  return el(
    "div",
    { class: `bubble${message.photo ? " with-photo" : ""}`, tabindex: -1 },
    !near.own && near.first && sender(message.from),
    message.reply_to && quote(near.quoted, message.reply_to, act),
    message.photo && photo(message),
    message.location && place(message.location),
    message.voice && voice(message.voice),
    message.text && el("div", { class: "text" }, rich(message.text, message.entities, act)),
    el("span", { class: "stamp" }, message.edited && el("i", {}, t("edited")), el("time", {}, clockTime(message.at))),
  );
}

function ink(from) {
  return from.bot ? "ink-robot" : `ink-${tone(from.id)}`;
}

function sender(from) {
  return el("div", { class: `sender ${ink(from)}` }, from.name, from.bot && el("span", { class: "badge" }, t("bot")));
}

function quote(quoted, id, act) {
  return el(
    "button",
    { type: "button", class: `quote ${quoted ? ink(quoted.from) : ""}`, onclick: () => act.show(id) },
    el("b", {}, quoted ? quoted.from.name : t("gone")),
    quoted && el("span", {}, gist(quoted)),
  );
}

/** A message in a few words, for previews and quotes. */
export function gist(message) {
  if (message.service) return message.service;
  const sorts = [["photo", "photo"], ["location", "place"], ["voice", "voice-message"]];
  const marks = sorts.filter(([field]) => message[field]).map(([, word]) => `[${t(word)}]`);
  return [...marks, (message.text ?? "").replace(/\s+/g, " ").slice(0, 120)].filter(Boolean).join(" ");
}

function photo(message) {
  const image = el("img", { src: message.photo, alt: t("photo"), loading: "lazy" });
  return el("a", { class: "photo", href: message.photo, target: "_blank", rel: "noopener" }, image);
}

function place({ latitude, longitude }) {
  const where = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return el("div", { class: "place" }, el("span", { class: "map" }, icon("pin")), el("span", {}, el("b", {}, t("place")), el("br"), where));
}

function voice({ duration }) {
  const waves = Array.from({ length: 22 }, (_, i) => el("i", { class: `wave-${(i * 7 + 3) % 5}` }));
  return el("div", { class: "voice", role: "img", "aria-label": `${t("voice-message")} ${seconds(duration)}` },
    el("span", { class: "disc" }, icon("play")), el("span", { class: "waves" }, waves), el("span", {}, seconds(duration)));
}

function keyboard(message, act) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => el("div", { class: "keys" }, row.map((button) => key(message, button, act))));
  return el("div", { class: "keyboard", role: "group" }, rows);
}

function key(message, button, act) {
  const mark = `${message.id} ${button.data ?? button.url ?? button.text}`;
  if (button.url && !act.ours(button.url)) {
    return el("a", { class: "key", href: /^https?:/i.test(button.url) ? button.url : "#", target: "_blank", rel: "noopener noreferrer", data: { key: mark } },
      button.text, icon("link"));
  }
  return el("button", { type: "button", class: "key", data: { key: mark }, onclick: (event) => act.press(message, button, event.currentTarget) },
    button.text, button.url && icon("link"));
}

function tools(message, near, act) {
  const one = (name, run) => el("button", { type: "button", class: "tool", "aria-label": t(name), title: t(name), data: { key: `${message.id} ${name}` }, onclick: run }, icon(name));
  return el(
    "div",
    { class: "tools" },
    one("reply", () => act.reply(message)),
    near.own && message.text && one("edit", () => act.edit(message)),
    near.own && one("delete", () => act.delete(message)),
  );
}
