// One half of the page: a person, the chat they look into, and the frame it is drawn in.
import { el } from "../dom.js";
import { store } from "../store.js";

export const EVERY_TOPIC = "all";
export const GENERAL = null;

export class Half {
  person = 0;
  chat = 0;
  topic = EVERY_TOPIC;
  pane = "chats";

  constructor(name) {
    this.name = name;
    this.parts = frame(name);
    this.node = this.parts.node;
  }

  get me() {
    return store.person(this.person);
  }

  get group() {
    return store.group(this.chat);
  }

  get isPrivate() {
    return this.chat === this.person;
  }

  get messages() {
    return store.thread(this.chat, this.person);
  }

  get isShown() {
    return this.node.offsetParent !== null;
  }

  /** Whether the thread can be read now; on a narrow half it may stand behind the list of chats. */
  get isReading() {
    return this.isShown && !document.hidden && this.parts.chat.offsetParent !== null;
  }

  /** Become a person in a chat; one that is not theirs becomes the first of theirs. */
  go(person, chat, topic = EVERY_TOPIC) {
    const known = store.person(person) ?? store.world.people[0];
    const groups = store.groupsOf(known.id).map((group) => group.id);
    const moved = store.world.chats.find((one) => one.id === chat)?.migrated_to ?? chat;
    if (known.id !== this.person) this.#become(known.id);
    this.person = known.id;
    this.chat = groups.includes(moved) || moved === known.id ? moved : (groups[0] ?? known.id);
    this.topic = topic;
    store.tell("half");
  }

  // private chats are always followed, groups only for whoever stands in a half; another's toasts are not theirs
  #become(person) {
    store.refreshGroups(person);
    this.parts.toasts.replaceChildren();
  }

  /** Stay where one is, as far as the town still allows it. */
  settle() {
    const topics = (this.group?.topics ?? []).map((topic) => topic.id);
    const topic = [EVERY_TOPIC, GENERAL, ...topics].includes(this.topic) ? this.topic : EVERY_TOPIC;
    this.go(this.person, this.chat, topic);
  }

  show(pane) {
    this.pane = pane;
    this.node.dataset.pane = pane;
    store.tell("half");
  }

  write() {
    this.parts.composer.querySelector("textarea, [data-key=gate]")?.focus({ preventScroll: true });
  }
}

function frame(name) {
  const parts = {
    who: el("header", { class: "half-who" }),
    chats: el("nav", { class: "chats" }),
    head: el("header", { class: "chat-head" }),
    topics: el("div", { class: "topics", role: "tablist", hidden: true }),
    toasts: el("div", { class: "toasts", role: "status", "aria-live": "polite" }),
    log: el("ol", { class: "log", role: "log", tabindex: 0 }),
    composer: el("footer", { class: "composer" }),
  };
  parts.chat = el("section", { class: "chat" }, parts.topics, parts.toasts, parts.log, parts.composer);
  const inner = el("div", { class: "frame" }, parts.who, parts.chats, parts.head, parts.chat);
  parts.node = el("section", { class: "half", data: { half: name, pane: "chats" } }, inner);
  return parts;
}
