// The step a story is at, read from its line (“李婶 says “…” in 居民群”): in words, and as what the halves show.
import { store } from "../store.js";
import { known } from "../words.js";

let followed = "";

/** Take a line apart: {who, verb, value, title}; who and title are empty where the line names none. */
function parts(line) {
  const who = store.world.people.map((person) => person.name).filter((name) => line.startsWith(`${name} `)).sort((a, b) => b.length - a.length)[0] ?? "";
  const rest = who ? line.slice(who.length + 1) : line;
  const title = store.world.chats.map((chat) => chat.title).find((one) => one && rest.endsWith(` in ${one}`)) ?? "";
  const [verb] = rest.split(" ");
  return { who, verb, value: rest.slice(verb.length, title ? -(title.length + 4) : undefined).trim(), title };
}

/** The line in the language of the page, as far as its verb is known. */
export function said(line) {
  const { who, verb, value, title } = parts(line);
  const words = known(`verb-${verb}`);
  if (!words) return line;
  return [who, words, value === "true" ? "" : kept(value), title && `（${title}）`].filter(Boolean).join(" ");
}

/** What a story kept on its way, such as a link, bears a name of the file's own: it is said what it is. */
function kept(value) {
  if (/^“?\{\w+\}”?$/.test(value)) return `“${known("story-kept")}”`;
  // what passes is written as in the file: 1h, 2d
  const passing = /^“(\d+)([smhd])”$/.exec(value);
  return passing ? `${passing[1]} ${known(`unit-${passing[2]}`)}` : value;
}

/** Whether a step happens at the operator's desk. */
export function isAtDesk(line) {
  return parts(line).verb === "operator";
}

/** Let the halves follow: whoever acts stands left, whoever sees stands right, and never one scene twice. */
export function followStory([left, right], story) {
  const now = [store.world.run, story.step, story.line].join();
  const { who, verb, title } = parts(story.line);
  const person = store.named(who)?.id;
  if (person === undefined || now === followed) return;
  followed = now;
  const chat = store.world.chats.find((one) => title && one.title === title && !one.migrated_to)?.id ?? person;
  const stands = (half) => half.isShown && half.person === person && half.chat === chat;
  const watches = verb.endsWith("sees");
  const half = watches && right.isShown && !stands(left) ? right : left;
  if (!watches && stands(right)) right.go(left.person, left.chat, left.topic);
  if (!stands(half)) half.go(person, chat);
  half.show("thread");
}
