// The chat page: the deeds of the person played, and when which part is drawn.
import { post } from "./api.js";
import { change, paintComposer } from "./composer.js";
import { paintHint } from "./hint.js";
import { alert, attempt, toast } from "./notices.js";
import { isUnread, markSeen } from "./seen.js";
import { paintChats, paintPeople } from "./sides.js";
import { store } from "./store.js";
import { paintHead, paintThread, showMessage } from "./thread.js";
import { paintTop } from "./top.js";
import { language, speak, t } from "./words.js";

const mine = (verb, body) => attempt(() => post(`/people/${store.person}/${verb}`, body));

const act = {
  person,
  chat(id) { store.select(store.person, id); pane("chat"); document.getElementById("text")?.focus(); },
  pane,
  show: showMessage,
  photo(photo) { change({ photo }, act); },
  reply(message) { change({ reply: message, edit: null }, act); },
  edit(message) { change({ edit: message, reply: null, text: message.text }, act); },
  complain(text) { toast(text, "mistake"); },
  command(words) { change({ text: `${words} ` }, act); },
  fill(chat, text) { act.chat(chat); change({ text }, act); },
  say: (what) => mine("say", { chat: store.chat, ...what }),
  correct: (message, text) => mine("edit", { chat: store.chat, message, text }),
  delete: (message) => mine("delete", { chat: store.chat, message: message.id }),
  advance,
  language() { speak(language() === "en" ? "zh-CN" : "en"); address(); paint(); },
  press,
  ours: (url) => deepLink(url) !== null,
  follow,
  async start(payload) { await mine("start", payload === undefined ? {} : { payload }); await store.load(); },
  async block(on) { await mine(on ? "block" : "unblock"); await store.load(); },
};

/** Become somebody: where something waits for them, else where one was, if they are there too. */
function person(id) {
  store.select(id, isUnread(id, id) ? id : store.chat);
  pane("chats");
}

async function press(message, button, node) {
  node.setAttribute("aria-busy", "true");
  const answer = await mine("press", { chat: store.chat, message: message.id, button: button.data ?? button.text });
  node.removeAttribute("aria-busy");
  if (answer?.toast?.alert) alert(answer.toast.text);
  else if (answer?.toast) toast(answer.toast.text);
  if (answer?.opened) await enter(answer.opened);
}

async function enter(chat) {
  await store.load();
  act.chat(chat);
}

async function advance(move) {
  await attempt(async () => {
    try {
      await store.advance(move);
    } catch (error) {
      // the only thing this request can be refused for
      if (error.status === 400) toast(t("nothing-due"));
      else throw error;
    }
  });
}

/** The payload of a link that opens this town's bot, or null for any other link. */
function deepLink(url) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]*))?$/i.exec(url);
  return found && found[1].toLowerCase() === store.world.bot.username.toLowerCase() ? (found[2] ?? "") : null;
}

function follow(url) {
  const payload = deepLink(url);
  if (payload === null) return false;
  act.start(payload || undefined).then(() => enter(store.person));
  return true;
}

function pane(name) {
  document.body.dataset.pane = name;
  paintSides();
}

function paintSides() {
  // a window may change its size before the town has answered
  if (!store.me) return;
  markSeen();
  paintPeople(act);
  paintChats(act);
  document.title = `${store.me.name} · ${store.group(store.chat)?.title ?? store.world.bot.name}`;
}

function paint() {
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  paintTop(act);
  paintHint(act);
  paintHead(act);
  paintThread(act);
  paintComposer(act);
  paintSides();
}

function address() {
  const query = new URLSearchParams({ person: store.person, chat: store.chat });
  if (language() === "en") query.set("lang", "en");
  history.replaceState(null, "", `?${query}`);
}

function follows() {
  store.on(["selected"], () => { address(); paint(); });
  store.on(["world"], () => { if (store.person) paint(); });
  store.on(["thread"], () => { paintThread(act); paintSides(); });
  store.on(["clock", "idle"], () => paintTop(act));
  setInterval(() => paintTop(act), 5000);
  document.addEventListener("visibilitychange", paintSides);
  window.addEventListener("resize", paintSides);
}

const query = new URLSearchParams(location.search);
speak(query.get("lang") ?? "zh-CN");
follows();
const [who, where] = [Number(query.get("person")), query.get("chat")];
await attempt(() => store.open(who, where === "private" ? who : Number(where)));
