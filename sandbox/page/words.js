// Every word the page itself says, by key: Chinese first; `?lang=en` or the switch shows the other column.
import { BREAKING } from "./words/breaking.js";
import { CHAT } from "./words/chat.js";
import { DESK } from "./words/desk.js";
import { inEnglish } from "./words/roles.js";
import { ROWS } from "./words/rows.js";
import { TOWN } from "./words/town.js";

const TABLE = { ...CHAT, ...TOWN, ...DESK, ...BREAKING, ...ROWS };

export const LANGUAGES = ["zh-CN", "en"];

let column = 0;

/** Choose the language: "zh…" or anything else for English. */
export function speak(language) {
  column = language.startsWith("zh") ? 0 : 1;
  document.documentElement.lang = LANGUAGES[column];
}

export function language() {
  return LANGUAGES[column];
}

/** The words of a key, with {blanks} filled. */
export function t(key, blanks = {}) {
  return TABLE[key][column].replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");
}

/** The words of a key that may not be known here, or undefined. */
export function known(key) {
  return TABLE[key]?.[column];
}

/** What somebody is, in the language of the page; without a role a resident. */
export function roleOf(person) {
  if (!person.role) return t("resident");
  return column === 0 ? person.role : inEnglish(person.role);
}
