// What is known of the town: one place, telling the views with plain events
// ("world", "thread", "clock", "call", "story", "operator", "toast", "run").
import { get, listen, once, post } from "./api.js";

const NOTHING = [];
const MESSAGES = ["message", "edit", "delete", "poll", "seen"];
const PEOPLE = ["member", "chat", "person"];

class Store extends EventTarget {
  world = { bot: { id: 0, name: "", username: "" }, people: [], chats: [], now: 0, idle: true };
  connected = true;
  /** Whose groups are kept up to date besides everybody's private chats: set by the halves. */
  watching = () => [];
  load = once(() => this.#load());
  #moves = 0;
  #threads = new Map();
  #askers = new Map();
  #heardAt = 0;
  // what events told while the world was being asked for: newer than the answer may be
  #late = {};

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  on(whats, act) {
    for (const what of whats) this.addEventListener(what, (event) => act(event.detail));
  }

  person(id) {
    return this.world.people.find((person) => person.id === id);
  }

  named(name) {
    return this.world.people.find((person) => person.name === name);
  }

  get now() {
    return this.world.now + (performance.now() - this.#heardAt);
  }

  /** The sandbox of today tells a run; an older one plays neither stories nor group keeping. */
  get full() {
    return this.world.run !== undefined;
  }

  /** The groups a person is in; one that has moved on is left out. */
  groupsOf(person) {
    return this.world.chats.filter((chat) => chat.type !== "private" && chat.members.includes(person) && !chat.migrated_to);
  }

  group(id) {
    return this.world.chats.find((chat) => chat.id === id && chat.type !== "private");
  }

  nameOf(id) {
    if (id === this.world.bot.id) return this.world.bot.name;
    return this.person(id)?.name ?? this.group(id)?.title ?? String(id ?? "");
  }

  thread(chat, person) {
    return this.#threads.get(`${person}/${chat}`) ?? NOTHING;
  }

  async #load() {
    const { run } = this.world;
    this.#late = {};
    const told = await get("/world");
    if (this.#late.now === undefined) this.#heardAt = performance.now();
    this.world = { ...told, ...this.#late };
    if (run !== undefined && run !== this.world.run) this.#forget();
    this.tell("world");
  }

  #forget() {
    this.#threads.clear();
    this.tell("run");
  }

  /** Listen, then load: what happens in between is heard. Everything is asked again after a broken line. */
  open() {
    return new Promise((resolve) => {
      let opened = false;
      listen((event) => {
        if (opened || event !== null) this.#hear(event);
        else this.load().then(resolve);
        opened = true;
      }, () => this.#line(false));
    });
  }

  #refreshAll() {
    this.refreshPrivate();
    for (const person of this.watching()) this.refreshGroups(person);
  }

  refreshPrivate() {
    for (const { id } of this.world.people) this.refresh(id, id);
  }

  refreshGroups(person) {
    for (const group of this.groupsOf(person)) this.refresh(group.id, person);
  }

  /** Fetch one chat as one person sees it. */
  refresh(chat, person) {
    const key = `${person}/${chat}`;
    if (!this.#askers.has(key)) this.#askers.set(key, once(() => this.#fetch(key, chat, person)));
    return this.#askers.get(key)();
  }

  async #fetch(key, chat, person) {
    const { run } = this.world;
    try {
      const { messages } = await get(`/people/${person}/chats/${chat}/messages`);
      if (run === this.world.run) this.#threads.set(key, messages);
    } catch {
      this.#threads.delete(key);
    }
    this.tell("thread");
  }

  get moving() {
    return this.#moves > 0;
  }

  /** Time counts as moving while this runs, however many steps it takes. */
  async keepMoving(work) {
    this.#moves += 1;
    this.tell("clock");
    try {
      return await work();
    } finally {
      this.#moves -= 1;
      this.tell("clock");
    }
  }

  advance(step) {
    return this.keepMoving(async () => this.#take(await post("/clock/advance", step)));
  }

  #take({ now, idle }) {
    if (now !== undefined) {
      this.#set("now", now);
      this.#heardAt = performance.now();
    }
    if (idle !== undefined) this.#set("idle", idle);
  }

  #set(field, value) {
    this.world[field] = value;
    this.#late[field] = value;
  }

  #line(connected) {
    if (this.connected === connected) return;
    this.connected = connected;
    this.tell("clock");
  }

  async #hear(event) {
    this.#line(true);
    if (event === null || event.kind === "run") {
      await this.load();
      this.#refreshAll();
    } else if (MESSAGES.includes(event.kind)) {
      this.#refreshHeard(event.chat);
    } else if (PEOPLE.includes(event.kind)) {
      await this.load();
      this.#refreshHeard(event.chat);
    } else {
      await this.#note(event);
    }
  }

  async #note(event) {
    const { kind } = event;
    if (kind === "clock" || kind === "idle") {
      this.#take(kind === "clock" && event.now === undefined ? await get("/clock") : event);
      this.tell("clock");
    } else if (["story", "doors", "starts"].includes(kind)) {
      if (event[kind] === undefined) await this.load();
      else this.#set(kind, event[kind]);
      this.tell(kind);
    } else {
      this.tell(kind, event);
    }
  }

  #refreshHeard(chat) {
    if (chat === undefined || chat === null) this.#refreshAll();
    else if (chat > 0) this.refresh(chat, chat);
    else for (const person of this.watching()) if (this.group(chat)?.members.includes(person)) this.refresh(chat, person);
  }
}

export const store = new Store();
