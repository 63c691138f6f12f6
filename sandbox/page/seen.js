// Which message of a chat a person has seen last, for the unread dots; kept for this browser tab.
import { store } from "./store.js";

const seen = new Map(JSON.parse(sessionStorage.getItem("seen") ?? "[]"));

export function isUnread(person, chat) {
  const last = store.thread(chat, person).findLast((message) => message.from.id !== person);
  if (last === undefined) return false;
  return last.id !== seen.get(`${person}/${chat}`) && !isOpen(person, chat);
}

function isOpen(person, chat) {
  return person === store.person && chat === store.chat && !document.hidden && isInView();
}

// on a narrow window the chat may be chosen and yet behind another pane
function isInView() {
  return document.getElementById("chat").offsetParent !== null;
}

/** The open chat has been seen to its end. */
export function markSeen() {
  if (!isOpen(store.person, store.chat)) return;
  const last = store.thread().findLast((message) => message.from.id !== store.person);
  if (last === undefined || seen.get(`${store.person}/${store.chat}`) === last.id) return;
  seen.set(`${store.person}/${store.chat}`, last.id);
  sessionStorage.setItem("seen", JSON.stringify([...seen]));
}
