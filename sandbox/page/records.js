// The sandbox's own record of the bot's calls: where it stands now, and what came after a mark.
import { get } from "./api.js";
import { store } from "./store.js";

const SAID = /^(send|copy|forward)/;
const CHANGED = /^edit/;
let last = null;

store.on(["call"], ({ id }) => { if (last !== null) last = Math.max(last, id); });
store.on(["run"], () => { last = 0; });

/** The number of the newest call there is now. */
export async function mark() {
  // asked once: from then on the events tell
  if (last === null) {
    const { calls } = await get("/calls");
    last = Math.max(0, last ?? 0, ...calls.slice(-1).map((call) => call.id));
  }
  return last;
}

/** The calls after a mark, oldest first. */
export async function callsAfter(marked) {
  return (await get(`/calls?after=${marked}`)).calls;
}

/** What of some calls people could see: how many were said and how many changed, and to whom. */
export function visible(calls) {
  const done = calls.filter((call) => call.ok);
  const said = done.filter((call) => SAID.test(call.method));
  const changed = done.filter((call) => CHANGED.test(call.method));
  return { said: said.length, changed: changed.length, whom: whom([...said, ...changed]) };
}

/** The names of the chats that calls went to, each once. */
export function whom(calls) {
  const chats = calls.map((call) => call.params?.chat_id).filter((chat) => chat !== undefined);
  return [...new Set(chats.map((chat) => store.nameOf(Number(chat) || chat)))];
}

/** How words fared that met a fault: `twice` took effect once more, `open` have not taken effect since. */
export function fared(calls, isMet) {
  const met = calls.filter(isMet);
  const words = met.filter((call) => SAID.test(call.method));
  const done = new Map(); // what took effect, and the newest call by which it did
  for (const call of calls) if (call.ok) done.set(wordsOf(call), call.id);
  const again = (call) => done.get(wordsOf(call)) > call.id;
  return {
    met,
    twice: words.filter((call) => call.ok && !call.answered && again(call)).length,
    open: new Set(words.filter((call) => !call.ok && !again(call)).map(wordsOf)).size,
  };
}

/** What was asked, word for word; a group that became another is the one it became. */
function wordsOf({ method, params }) {
  return JSON.stringify([method, present(params?.chat_id), { ...params, chat_id: null }]);
}

/** The present number of a chat. */
function present(chat) {
  return store.world.chats.find((one) => one.id === Number(chat))?.migrated_to ?? Number(chat);
}

/** What a chat was told, or was refused, under its number and the one it has now, or under this alone. */
export function callsTo(calls, chat, { moved = false } = {}) {
  const numbers = moved ? [present(chat)] : [chat, present(chat)];
  return calls.filter((call) => numbers.includes(Number(call.params?.chat_id)));
}

/** Whether a call was refused for a reason that somebody would miss something by: no pace, no fault, nothing unchanged. */
export function isRefused(call) {
  return !call.ok && !call.fault && !/message is not modified|^Too Many Requests/.test(call.error);
}
