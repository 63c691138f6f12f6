// The foot of a chat: what a person writes, attaches, answers, corrects.
import { button, el, repaint, signButton } from "../dom.js";
import { icon } from "../icons.js";
import { store } from "../store.js";
import { language, t } from "../words.js";
import { attachMenu } from "./attach.js";
import { speaker } from "./bubbles.js";
import { commandMenu } from "./commands.js";
import { gist } from "./content.js";
import { EVERY_TOPIC } from "./half.js";

const drafts = new Map();
const BARE = { photos: [], document: null, reply: null, edit: null };

store.on(["run"], () => drafts.clear());

/** What is being written in a half's chat: {text, photos, document, reply, edit, open}. */
function draft(half) {
  const key = `${half.person}/${half.chat}`;
  if (!drafts.has(key)) drafts.set(key, { text: "", anonymous: true, ...BARE });
  return drafts.get(key);
}

export function pictured(half) {
  return draft(half).photos;
}

export function change(half, part, act) {
  Object.assign(draft(half), part);
  paintComposer(half, act);
  const field = half.parts.composer.querySelector("textarea");
  if (!field) return;
  if (part.text !== undefined) field.value = part.text;
  fit(field);
  field.focus({ preventScroll: true });
}

export function paintComposer(half, act) {
  const { me, parts } = half;
  const { text, ...rest } = draft(half);
  const why = closed(half);
  const sign = [me.id, half.chat, why, isAnonymous(half), rest, language()];
  repaint(parts.composer, sign, () => (why ? gate(half, why, act) : [above(half, act), line(half, act)]));
  const field = parts.composer.querySelector("textarea");
  if (field) fit(field);
}

/** Why nothing can be written here: the word of it, or null. */
function closed(half) {
  if (half.isPrivate) return half.me.blocked ? "blocked" : half.me.started ? null : "start-why";
  if (half.topic === EVERY_TOPIC) return null;
  return half.group?.topics?.find((topic) => topic.id === half.topic)?.closed ? "topic-closed" : null;
}

function gate(half, why, act) {
  const deeds = { blocked: ["unblock", () => act.block(false)], "start-why": ["start", () => act.start()] };
  const [word, run] = deeds[why] ?? [];
  return el("div", { class: "gate" }, el("p", {}, t(why, { name: half.me.name })),
    word && button("gate", { class: "primary", data: { gate: word }, onclick: run }, t(word)));
}

function isAnonymous(half) {
  return half.group?.anonymous?.includes(half.person) ?? false;
}

function above(half, act) {
  const { photos, document: paper, reply, edit, anonymous } = draft(half);
  const chips = [
    isAnonymous(half) && mask(half, anonymous, act),
    reply && chip("reply", t("reply-to", { name: speaker(reply).name }), gist(reply), () => change(half, { reply: null }, act)),
    edit && chip("edit", t("editing"), gist(edit), () => change(half, { edit: null, text: "" }, act)),
    ...photos.map((photo) => chip("photo", t(photos.length > 1 ? "album" : "photo"), photo.title, () => change(half, { photos: photos.filter((one) => one !== photo) }, act), photo.source)),
    paper && chip("document", t("document"), paper.name, () => change(half, { document: null }, act)),
  ].filter(Boolean);
  return chips.length > 0 && el("div", { class: "above" }, chips);
}

function mask(half, anonymous, act) {
  const box = el("input", { type: "checkbox", checked: anonymous, onchange: (event) => change(half, { anonymous: event.target.checked }, act) });
  return el("label", { class: "mask" }, box, t("speak-anonymous"));
}

function chip(sign, title, words, cancel, source) {
  return el("div", { class: "chip" }, source ? el("img", { src: source, alt: "" }) : icon(sign),
    el("span", { class: "lines" }, el("b", {}, title), el("small", {}, words)),
    signButton(`cancel ${sign}`, "close", t("cancel"), { onclick: cancel }));
}

function line(half, act) {
  const { photos, document: paper, text } = draft(half);
  const field = el("textarea", {
    id: `text-${half.name}`, class: "text-field", rows: 1, maxlength: 4096, enterkeyhint: "send", autocomplete: "off", placeholder: t(photos.length || paper ? "caption" : "write"),
    "aria-label": t("write-as", { name: half.me.name }), data: { key: "text" },
    oninput: (event) => { draft(half).text = event.target.value; fit(event.target); },
    onkeydown: (event) => onKey(event, half, act),
  });
  field.value = text;
  return el("form", { class: "line", onsubmit: (event) => { event.preventDefault(); send(half, act); } },
    attachMenu(half, act), store.full && commandMenu(half, act), field,
    el("button", { class: "send", "aria-label": t("send"), title: t("send"), data: { key: "send" } }, icon("send")));
}

// an input method uses Enter to choose characters; only the Enter after that sends
function onKey(event, half, act) {
  if (event.key === "Escape") leave(event, half, act);
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send(half, act);
}

// the first Escape gives up what was begun; only the next leaves the chat
function leave(event, half, act) {
  const { reply, edit, photos, document: paper, text } = draft(half);
  if (!reply && !edit && photos.length === 0 && !paper) return;
  event.stopPropagation();
  change(half, { ...BARE, text: edit ? "" : text }, act);
}

function fit(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 160)}px`;
}

// what is sent leaves the field at once, so that a second Enter sends nothing; a refusal brings it back
async function send(half, act) {
  const [place, told] = [draft(half), { ...draft(half) }];
  const text = told.text.trim();
  if (!text && told.photos.length === 0 && !told.document) return;
  change(half, { ...BARE, text: "" }, act);
  const anonymous = isAnonymous(half) && told.anonymous ? true : undefined;
  const said = told.edit ? await act.correct(told.edit.id, text) : await act.say({ ...told, text, anonymous });
  if (said || place.text) return;
  if (place === draft(half)) change(half, told, act);
  else Object.assign(place, told);
}
