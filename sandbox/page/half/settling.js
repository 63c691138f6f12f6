// A card that changes under the finger takes no press for a moment: a second tap meant for the button
// that stood there must not hit the one that stands there now.
const FELT = 3000;
const SETTLES = 1000;
const last = new WeakMap();

const signOf = (message) => JSON.stringify(message.buttons);

/** Remember what a half pressed last. */
export function pressed(half, message) {
  last.set(half, { chat: `${half.person}/${half.chat}`, id: message.id, sign: signOf(message), at: performance.now() });
}

/** Let buttons built anew rest, if they came by what was pressed a moment ago. */
export function settle(half, message, node) {
  const press = last.get(half);
  if (!press || press.chat !== `${half.person}/${half.chat}` || performance.now() - press.at > FELT) return;
  if (press.id === message.id ? press.sign === signOf(message) : message.id < press.id) return;
  node.classList.add("settling");
  setTimeout(() => node.classList.remove("settling"), SETTLES);
}
