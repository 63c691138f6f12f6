// What a message can carry besides words: pictures, a place, a voice, a document.
import { button, el, signButton } from "../dom.js";
import { icon } from "../icons.js";
import { ask } from "../notices.js";
import { bytes, seconds } from "../times.js";
import { t } from "../words.js";

const SORTS = [["album", "album"], ["photo", "photo"], ["location", "place"], ["voice", "voice-message"], ["document", "document"], ["poll", "poll"]];

/** A message in a few words, for previews and quotes. */
export function gist(message) {
  if (message.service) return message.service;
  const sort = SORTS.find(([field]) => message[field]);
  const words = message.poll?.question ?? message.document?.name ?? "";
  return [sort && `[${t(sort[1])}]`, words, (message.text ?? "").replace(/\s+/g, " ").slice(0, 120)].filter(Boolean).join(" ");
}

/** One picture, or an album as one grid; a tap shows them large. */
export function photos(messages, act) {
  const shown = messages.filter((message) => message.photo);
  if (shown.length === 0) return null;
  const frame = (message, i) => button(`${message.id} photo`, { class: "photo", "aria-label": t("enlarge"), data: { photo: message.id }, onclick: () => enlarge(shown, i, act) },
    el("img", { src: message.photo, alt: t("photo"), loading: "lazy" }));
  return el("div", { class: shown.length > 1 ? `album of-${Math.min(shown.length, 10)}` : "single" }, shown.map(frame));
}

function enlarge(messages, at, act) {
  let place = at;
  const image = el("img", { alt: t("photo") });
  const count = el("span", { class: "count" });
  const turn = (by) => {
    place = (place + by + messages.length) % messages.length;
    image.src = messages[place].photo;
    count.textContent = messages.length > 1 ? `${place + 1} / ${messages.length}` : "";
  };
  const close = (event) => event.currentTarget.closest("dialog").close();
  const several = messages.length > 1;
  const bar = el("div", { class: "large-bar" }, several && signButton("photo-before", "back", t("before"), { onclick: () => turn(-1) }), count,
    several && signButton("photo-after", "forward", t("after"), { onclick: () => turn(1) }),
    signButton("photo-reply", "reply", t("reply"), { onclick: (event) => { close(event); act.reply(messages[place]); } }),
    signButton("photo-close", "close", t("close"), { onclick: close }));
  const stage = el("div", { class: "large", onclick: (event) => { if (event.target !== image) close(event); } }, image);
  turn(0);
  const opened = ask("lightbox", t("photo"), bar, stage);
  const dialog = image.closest("dialog");
  dialog.addEventListener("keydown", (event) => { if (several && /^Arrow(Left|Right)$/.test(event.key)) turn(event.key === "ArrowLeft" ? -1 : 1); });
  return opened;
}

export function place({ latitude, longitude }) {
  const where = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return el("div", { class: "place" }, el("span", { class: "map" }, icon("pin")), el("span", {}, el("b", {}, t("place")), el("br"), where));
}

export function voice({ duration, url }) {
  const waves = Array.from({ length: 24 }, (_, i) => el("i", { class: `wave-${(i * 7 + 3) % 5}` }));
  const label = `${t("voice-message")} ${seconds(duration)}`;
  const parts = [el("span", { class: "disc" }, icon("play")), el("span", { class: "waves" }, waves), el("span", {}, seconds(duration))];
  if (!url) return el("div", { class: "voice", role: "img", "aria-label": label }, parts);
  return el("button", { type: "button", class: "voice", "aria-label": label, onclick: () => new Audio(url).play().catch(() => {}) }, parts);
}

export function file({ name, size, url }) {
  const parts = [el("span", { class: "disc" }, icon("document")), el("span", { class: "lines" }, el("b", {}, name), el("small", {}, size === undefined ? t("document") : bytes(size)))];
  return url ? el("a", { class: "file", href: url, target: "_blank", rel: "noopener", download: name }, parts) : el("div", { class: "file" }, parts);
}
