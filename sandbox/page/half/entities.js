// Telegram's entities as nodes. Offsets are UTF-16 units, which is what JavaScript strings count in.
import { el } from "../dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", mention: "b", hashtag: "b",
  text_mention: "b", cashtag: "b",
};

const SAFE = /^(https?|tg|mailto|tel):/i;

/** The nodes of a text; `links` may take over a link (href) or a command (text). */
export function rich(text, entities, links) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return stretch(text, 0, text.length, ordered, links);
}

function stretch(text, from, to, entities, links) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const outer = entities[i];
    const start = Math.max(outer.offset, at);
    const end = Math.min(outer.offset + outer.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (start < end) {
      if (start > at) nodes.push(text.slice(at, start));
      const inner = stretch(text, start, end, entities.slice(i + 1, next), links);
      nodes.push(dress(outer, text.slice(start, end), inner, links));
      at = end;
    }
    i = next;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function dress(entity, words, inner, links) {
  if (entity.type === "spoiler") return spoiler(inner);
  if (entity.type === "bot_command") return el("button", { type: "button", class: "command", onclick: () => links.command(words) }, inner);
  const href = address(entity, words);
  if (href !== null) return anchor(href, inner, links);
  return el(TAGS[entity.type] ?? "span", {}, inner);
}

function address(entity, words) {
  const raw = { text_link: entity.url, url: /^[a-z]+:/i.test(words) ? words : `https://${words}`, email: `mailto:${words}`, phone_number: `tel:${words}` }[entity.type];
  return raw !== undefined && SAFE.test(raw) ? raw : null;
}

function anchor(href, inner, links) {
  const follow = (event) => {
    if (links.follow(href)) event.preventDefault();
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", onclick: follow }, inner);
}

function spoiler(inner) {
  const show = (event) => event.currentTarget.classList.add("shown");
  return el("button", { type: "button", class: "spoiler", onclick: show }, inner);
}
