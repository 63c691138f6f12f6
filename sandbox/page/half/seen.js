// How far each person has looked into each chat: unread dots here, "seen by" over there.
import { post } from "../api.js";
import { store } from "../store.js";

const seen = new Map(JSON.parse(sessionStorage.getItem("seen") ?? "[]"));
let told = true;

store.on(["run"], () => { seen.clear(); keep(); });

function keep() {
  sessionStorage.setItem("seen", JSON.stringify([...seen]));
}

function newest(person, chat) {
  return store.thread(chat, person).at(-1)?.id ?? 0;
}

export function isUnread(person, chat) {
  const last = store.thread(chat, person).findLast((message) => message.from.id !== person);
  return last !== undefined && last.id > (seen.get(`${person}/${chat}`) ?? 0);
}

/** What stands open in a half has been seen to its end; the town hears of it, too. */
export function markSeen(half) {
  const last = newest(half.person, half.chat);
  const key = `${half.person}/${half.chat}`;
  // to ask whether it can be read costs a layout of the page
  if (last <= (seen.get(key) ?? 0) || !half.isReading) return;
  seen.set(key, last);
  keep();
  look(half.person, half.chat, last);
}

// an older sandbox does not know this request; it is asked once
function look(person, chat, upto) {
  if (told) post(`/people/${person}/look`, { chat, upto }).catch((error) => { if (error.status === 404 || error.status === 400) told = false; });
}
