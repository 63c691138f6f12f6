// The messages of the chosen chat, kept node by node, so that focus and scrolling survive.
import { el, walk } from "../dom.js";
import { store } from "../store.js";
import { day, dayKey } from "../times.js";
import { language, t } from "../words.js";
import { bubble, speaker } from "./bubbles.js";
import { EVERY_TOPIC } from "./half.js";

const TOGETHER = 5 * 60 * 1000;
const NEAR_END = 120;

export class Thread {
  #kept = new Map();
  #shown = "";
  #fromEnd = 0;

  constructor(half) {
    this.half = half;
    this.log = half.parts.log;
    this.log.addEventListener("scroll", () => { this.#fromEnd = this.#distance(); });
    // a picture grows when it arrives, after the scrolling was done
    this.log.addEventListener("load", () => this.#hold(), true);
    new ResizeObserver(() => this.#hold()).observe(this.log);
    walk(this.log, ".bubble, .service");
  }

  #distance() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight;
  }

  // what stood at the lower edge stays there; near the end one stays at the end
  #hold() {
    const kept = this.#fromEnd < NEAR_END ? 0 : this.#fromEnd;
    this.log.scrollTop = this.log.scrollHeight - this.log.clientHeight - kept;
  }

  /** Draw the messages; stay at the end when the reader was there. */
  paint(act) {
    const { half } = this;
    const key = `${half.person}/${half.chat}/${half.topic}/${language()}`;
    if (key !== this.#shown) {
      this.#kept = new Map();
      this.#fromEnd = 0;
    }
    this.#shown = key;
    const before = this.#fromEnd < NEAR_END;
    this.log.setAttribute("aria-label", t("messages"));
    this.#arrange(this.#items(half.messages, act));
    if (before) this.#hold();
  }

  #items(all, act) {
    const { half } = this;
    const rows = gather(all.filter((message) => half.topic === EVERY_TOPIC || (message.topic ?? null) === half.topic));
    if (rows.length === 0) return [this.#keep("empty", half.isPrivate && half.me.name, () => empty(half))];
    const byId = new Map(all.map((message) => [message.id, message]));
    const own = rows.findLast(([message]) => message.from.id === half.person);
    return rows.flatMap((row, i) => {
      const date = dayKey(row[0].at);
      const dated = i === 0 || dayKey(rows[i - 1][0].at) !== date;
      const near = this.#near(rows, i, byId, own);
      const item = this.#keep(row[0].id, [row, near], () => bubble(row, near, act));
      return dated ? [this.#keep(`day ${date}`, date, () => el("li", { class: "day" }, el("span", {}, day(row[0].at)))), item] : [item];
    });
  }

  #near(rows, i, byId, own) {
    const { half } = this;
    const [message] = rows[i];
    const topics = half.topic === EVERY_TOPIC ? (half.group?.topics ?? []) : [];
    return {
      own: message.from.id === half.person,
      first: !together(rows[i - 1]?.at(-1), message),
      last: !together(message, rows[i + 1]?.[0]),
      quoted: byId.get(message.reply_to),
      topic: topics.find((topic) => topic.id === message.topic)?.name,
      newest: rows[i] === own,
    };
  }

  #keep(key, facts, build) {
    const sign = JSON.stringify(facts);
    const old = this.#kept.get(key);
    return old?.sign === sign ? { key, ...old } : { key, sign, node: build() };
  }

  #arrange(wanted) {
    const { log } = this;
    const focused = log.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    this.#kept = new Map(wanted.map(({ key, sign, node }) => [key, { sign, node }]));
    const nodes = new Set(wanted.map(({ node }) => node));
    for (const node of [...log.children]) if (!nodes.has(node)) node.remove();
    wanted.forEach(({ node }, i) => {
      if (log.children[i] !== node) log.insertBefore(node, log.children[i] ?? null);
    });
    if (focused && !log.contains(document.activeElement)) log.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /** Scroll to a message, in an album too, and let it glow. */
  show(id) {
    const found = this.#kept.get(id)?.node ?? this.log.querySelector(`[data-photo="${id}"]`)?.closest("li");
    if (!found) return;
    found.scrollIntoView({ block: "center", behavior: "smooth" });
    found.classList.remove("glow");
    requestAnimationFrame(() => found.classList.add("glow"));
  }
}

/** Messages of one album stand in one row. */
function gather(messages) {
  const rows = [];
  for (const message of messages) {
    const row = rows.at(-1);
    if (message.album && row?.[0].album === message.album) row.push(message);
    else rows.push([message]);
  }
  return rows;
}

function together(one, next) {
  return one && next && !one.service && !next.service && speaker(one).id === speaker(next).id && one.topic === next.topic
    && next.at - one.at < TOGETHER && dayKey(one.at) === dayKey(next.at);
}

function empty(half) {
  const names = { name: half.me.name, bot: store.world.bot.name };
  return el("li", { class: "empty" }, el("span", {}, half.isPrivate ? t("empty-private", names) : t("empty")));
}
