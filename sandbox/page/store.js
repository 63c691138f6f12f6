// What the page knows, and how it learns: one place, telling the views with plain events
// ("world", "thread", "clock", "idle", "selected", "line").
import { get, listen, post } from "./api.js";

const NOTHING = [];

class Store extends EventTarget {
  world = { bot: { id: 0, name: "", username: "" }, people: [], chats: [], now: 0, idle: true };
  person = 0;
  chat = 0;
  connected = true;
  moving = false;
  #threads = new Map();
  #asking = new Map();
  #heardAt = 0;

  tell(what) {
    this.dispatchEvent(new Event(what));
  }

  on(whats, act) {
    for (const what of whats) this.addEventListener(what, act);
  }

  get me() {
    return this.world.people.find((person) => person.id === this.person);
  }

  get now() {
    return this.world.now + (performance.now() - this.#heardAt);
  }

  groupsOf(person) {
    return this.world.chats.filter((chat) => chat.type !== "private" && chat.members.includes(person.id));
  }

  group(id) {
    return this.world.chats.find((chat) => chat.id === id && chat.type !== "private");
  }

  isPrivate(chat) {
    return chat === this.person;
  }

  thread(chat = this.chat, person = this.person) {
    return this.#threads.get(`${person}/${chat}`) ?? NOTHING;
  }

  async load() {
    this.world = await get("/world");
    this.#heardAt = performance.now();
    this.tell("world");
    this.tell("idle");
  }

  /** Load all, choose whom the address names (or the first), and stay up to date. */
  async open(person, chat) {
    await this.load();
    const known = this.world.people.some((one) => one.id === person);
    this.select(known ? person : this.world.people[0].id, chat);
    listen((event) => this.#hear(event), () => this.#line(false));
  }

  select(person, chat) {
    this.person = person;
    const groups = this.groupsOf(this.me).map((group) => group.id);
    this.chat = groups.includes(chat) || chat === person ? chat : (groups[0] ?? person);
    this.tell("selected");
    this.#refreshMine();
  }

  #refreshMine() {
    for (const group of this.groupsOf(this.me)) this.refresh(group.id);
    this.refreshPrivate();
  }

  refreshPrivate() {
    for (const person of this.world.people) this.refresh(person.id, person.id);
  }

  /** Fetch one chat as one person sees it; a call while one is under way runs once more after it. */
  async refresh(chat, person = this.person) {
    const key = `${person}/${chat}`;
    if (this.#asking.has(key)) {
      this.#asking.set(key, true);
      return;
    }
    this.#asking.set(key, false);
    try {
      const { messages } = await get(`/people/${person}/chats/${chat}/messages`);
      this.#threads.set(key, messages);
      this.tell("thread");
    } catch {
      this.#threads.delete(key);
    } finally {
      const again = this.#asking.get(key);
      this.#asking.delete(key);
      if (again) this.refresh(chat, person);
    }
  }

  async advance(step) {
    this.moving = true;
    this.tell("idle");
    try {
      this.#take(await post("/clock/advance", step));
    } finally {
      this.moving = false;
      this.tell("clock");
      this.tell("idle");
    }
  }

  #take({ now, idle }) {
    if (now !== undefined) {
      this.world.now = now;
      this.#heardAt = performance.now();
    }
    if (idle !== undefined) this.world.idle = idle;
  }

  #line(connected) {
    if (this.connected === connected) return;
    this.connected = connected;
    this.tell("idle");
  }

  async #hear(event) {
    this.#line(true);
    if (event === null || event.kind === "member") {
      await this.load();
      this.select(this.person, this.chat);
    } else if (["message", "edit", "delete"].includes(event.kind)) {
      this.#refreshHeard(event.chat);
    } else if (event.kind === "clock") {
      this.#take(event.now === undefined ? await get("/clock") : event);
      this.tell("clock");
    } else if (event.kind === "idle") {
      this.#take(event);
      this.tell("idle");
    }
  }

  #refreshHeard(chat) {
    if (chat === undefined) this.#refreshMine();
    else this.refresh(chat, chat > 0 ? chat : this.person);
  }
}

export const store = new Store();
