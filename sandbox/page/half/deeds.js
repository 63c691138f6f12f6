// What the person of a half can do: each is one request, and where the half goes then.
import { post } from "../api.js";
import { alert, attempt, toast } from "../notices.js";
import { store } from "../store.js";
import { change, pictured } from "./composer.js";
import { isUnread } from "./seen.js";
import { makeGroup, newcomer } from "./menu.js";
import { pressed, settle } from "./settling.js";

/** People whose press is under way: their alert is for whoever pressed, not for a story. */
const pressing = new Set();
const ECHO = 800;

/** The deeds of a half; `thread` shows a message in it. */
export function deeds(half, thread) {
  const try_ = (work) => attempt(work, half.parts.toasts);
  const mine = (verb, body) => try_(() => post(`/people/${half.person}/${verb}`, body));
  const here = (verb, body) => mine(verb, { chat: half.chat, ...body });
  const act = {
    ...walking(half, mine),
    ...writing(half, here, () => act),
    show: (id) => thread.show(id),
    complain: (text) => toast(text, "mistake", half.parts.toasts),
    correct: (message, text) => here("edit", { message, text }),
    vote: (message, options) => here("vote", { message: message.id, options }),
    press: (message, one, node) => press(half, act, here, message, one, node),
    settle: (message, node) => settle(half, message, node),
    ours: (url) => payloadOf(url) !== null,
    follow: (url) => follow(url, act),
    async delete(messages) { for (const message of messages) await here("delete", { message: message.id }); },
    async start(payload) { await mine("start", payload ? { payload } : {}); await act.enter(half.person); },
    async block(on) { await mine(on ? "block" : "unblock"); await store.load(); },
    async keep(run) { await try_(run); await store.load(); },
    async leave() { await here("leave"); await store.load(); half.settle(); },
    async makeGroup() { const made = await try_(() => makeGroup(half.person)); if (made) await act.enter(made.id); },
    async newcomer() { const made = await try_(newcomer); if (made) { await store.load(); act.person(made.id); } },
  };
  return act;
}

function walking(half) {
  return {
    /** Become somebody: where something waits for them, else where one was, if they are there too. */
    person(id) {
      half.go(id, isUnread(id, id) ? id : half.chat);
      half.show("chats");
    },
    chat(id) {
      half.go(half.person, id);
      half.show("thread");
      half.write();
    },
    topic(id) {
      half.go(half.person, half.chat, id);
      half.parts.topics.querySelector("[aria-selected=true]")?.focus();
    },
    async enter(chat) {
      await store.load();
      half.go(half.person, chat);
      half.show("thread");
      half.write();
    },
  };
}

function writing(half, here, self) {
  const topic = () => (typeof half.topic === "number" ? half.topic : undefined);
  const send = (what) => here("say", { topic: topic(), ...what });
  return {
    send,
    photo(photos) { change(half, { photos: [...pictured(half), ...photos], document: null }, self()); },
    document(document) { change(half, { document, photos: [] }, self()); },
    reply(message) { change(half, { reply: message, edit: null }, self()); },
    edit(message) { change(half, { edit: message, reply: null, text: message.text }, self()); },
    command(words) { change(half, { text: `${words} ` }, self()); },
    fill(chat, text) { self().chat(chat); change(half, { text }, self()); },
    say: (told) => say(told, send),
  };
}

/** Send what was written; several pictures go one by one and share an album, the words with the first. */
async function say({ text, photos, document, reply, anonymous }, send) {
  const first = { text: text || undefined, photo: photos[0]?.send, document: document ?? undefined, reply_to: reply?.id, anonymous };
  if (photos.length < 2) return send(first);
  const album = `album-${Date.now()}`;
  const said = await send({ ...first, album });
  for (const photo of photos.slice(1)) if (said) await send({ photo: photo.send, album, anonymous });
  return said;
}

async function press(half, act, here, message, one, node) {
  const person = half.person;
  node.setAttribute("aria-busy", "true");
  pressing.add(person);
  pressed(half, message);
  const answer = await here("press", { message: message.id, button: one.data ?? one.text });
  setTimeout(() => pressing.delete(person), ECHO);
  node.removeAttribute("aria-busy");
  if (answer?.toast) tell(half, answer.toast);
  if (answer?.opened) await act.enter(answer.opened);
}

function tell(half, { text, alert: urgent }) {
  if (urgent) alert(text, half.me.name);
  else toast(text, "", half.parts.toasts);
}

/** A toast somebody got by another hand than this page's: a story plays, or another window is open. */
export function overhear(half, { person, text, alert: urgent }) {
  if (person === half.person && text && !pressing.has(person)) toast(text, urgent ? "urgent" : "", half.parts.toasts);
}

/** The payload of a link that opens this town's bot, or null for any other link. */
export function payloadOf(url) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]*))?$/i.exec(url);
  return found && found[1].toLowerCase() === store.world.bot.username.toLowerCase() ? (found[2] ?? "") : null;
}

function follow(url, act) {
  const payload = payloadOf(url);
  if (payload !== null) act.start(payload);
  return payload !== null;
}
