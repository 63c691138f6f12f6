// The foot of a chat: what a person writes, attaches, answers, corrects.
import { gist } from "./bubbles.js";
import { el, icon, repaint } from "./dom.js";
import { pictureMenu } from "./pictures.js";
import { store } from "./store.js";
import { language, t } from "./words.js";

const composer = document.getElementById("composer");
const drafts = new Map();

/** What is being written in the open chat: {text, photo, reply, edit}. */
function draft() {
  const key = `${store.person}/${store.chat}`;
  if (!drafts.has(key)) drafts.set(key, { text: "" });
  return drafts.get(key);
}

export function change(part, act) {
  Object.assign(draft(), part);
  paintComposer(act);
  const field = document.getElementById("text");
  if (!field) return;
  if (part.text !== undefined) field.value = part.text;
  fit(field);
  field.focus();
}

export function paintComposer(act) {
  const { me } = store;
  const { photo, reply, edit } = draft();
  const closed = store.isPrivate(store.chat) && (!me.started || me.blocked);
  repaint(composer, [me.id, store.chat, me.started, me.blocked, photo?.title, reply, edit, language()], () =>
    closed ? [gate(me, act)] : [above(draft(), act), line(act)]);
  const field = document.getElementById("text");
  if (field) fit(field);
}

function gate(me, act) {
  const [why, word, run] = me.started
    ? ["blocked", "unblock", () => act.block(false)]
    : ["start-why", "start", () => act.start()];
  return el("div", { class: "gate" }, el("p", {}, t(why, { name: me.name })), el("button", { type: "button", class: "primary", data: { gate: word, key: "gate" }, onclick: run }, t(word)));
}

function above({ photo, reply, edit }, act) {
  const chips = [
    reply && chip("reply", t("reply-to", { name: reply.from.name }), gist(reply), () => change({ reply: null }, act)),
    edit && chip("edit", t("editing"), gist(edit), () => change({ edit: null, text: "" }, act)),
    photo && chip("photo", t("photo"), photo.title, () => change({ photo: null }, act), photo.source),
  ].filter(Boolean);
  return chips.length > 0 && el("div", { class: "above" }, chips);
}

function chip(sign, title, words, cancel, source) {
  return el("div", { class: "chip" }, source ? el("img", { src: source, alt: "" }) : icon(sign),
    el("span", { class: "lines" }, el("b", {}, title), el("small", {}, words)),
    el("button", { type: "button", class: "tool", "aria-label": t("cancel"), title: t("cancel"), onclick: cancel }, icon("close")));
}

function line(act) {
  const { photo, text } = draft();
  const field = el("textarea", {
    id: "text", rows: 1, maxlength: 4096, enterkeyhint: "send", autocomplete: "off", placeholder: t(photo ? "caption" : "write"),
    "aria-label": t("write-as", { name: store.me.name }), data: { key: "text" },
    oninput: (event) => { draft().text = event.target.value; fit(event.target); },
    onkeydown: (event) => onKey(event, act),
  });
  field.value = text;
  return el("form", { class: "line", onsubmit: (event) => { event.preventDefault(); send(act); } },
    pictureMenu(act), field,
    el("button", { class: "send", "aria-label": t("send"), title: t("send") }, icon("send")));
}

// an input method uses Enter to choose characters; only the Enter after that sends
function onKey(event, act) {
  if (event.key === "Escape" && (draft().reply || draft().edit)) change({ reply: null, edit: null, text: draft().edit ? "" : draft().text }, act);
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send(act);
}

function fit(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 160)}px`;
}

// what is sent leaves the field at once, so that a second Enter sends nothing; a refusal brings it back
async function send(act) {
  const [place, told] = [draft(), { ...draft() }];
  const { photo, reply, edit } = told;
  const text = told.text.trim();
  if (!text && !photo) return;
  change({ text: "", photo: null, reply: null, edit: null }, act);
  const said = edit
    ? await act.correct(edit.id, text)
    : await act.say({ text: text || undefined, photo: photo?.send, reply_to: reply?.id });
  if (said || place.text) return;
  if (place === draft()) change(told, act);
  else Object.assign(place, told);
}
