// Nodes are built, never parsed: no text of a message can become markup.
import { icon } from "./icons.js";

/** An element with attributes (`on…` are listeners, `data` is its dataset) and children; empty children are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "data") Object.assign(node.dataset, value);
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

/** A button that does not submit; `name` is what tests and returning focus know it by. */
export function button(name, attributes, ...children) {
  const { data, ...rest } = attributes;
  return el("button", { type: "button", ...rest, data: { key: name, ...data } }, ...children);
}

/** A button that shows only a sign; its words are its label. */
export function signButton(name, sign, words, attributes = {}) {
  return button(name, { class: "tool", "aria-label": words, title: words, ...attributes }, icon(sign));
}

/** A round picture of a name: its first character on a colour that stays the same for the id. */
export function avatar(id, name, kind = "person") {
  const letter = Array.from(name ?? "")[0] ?? "?";
  return el("span", { class: `avatar tone-${tone(id)} ${kind}`, "aria-hidden": "true" }, letter);
}

export function tone(id) {
  return Math.abs(id) % 7;
}

/** Swap children only when the signature changed, so that focus and scrolling survive. */
export function repaint(node, signature, build) {
  const sign = JSON.stringify(signature);
  if (node.dataset.sign === sign) return;
  const held = node.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  node.replaceChildren(...present([build()]));
  node.dataset.sign = sign;
  if (held) node.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrow keys, Home and End walk through the nodes a selector finds inside. */
export function walk(node, selector, keys = ["ArrowUp", "ArrowDown", "Home", "End"]) {
  node.addEventListener("keydown", (event) => {
    if (!keys.includes(event.key) || event.target.matches("input, textarea, select")) return;
    const stops = [...node.querySelectorAll(selector)].filter((stop) => stop.offsetParent !== null);
    const goal = { Home: 0, End: stops.length - 1 }[event.key] ?? beside(stops, event.key);
    if (!stops[goal]) return;
    event.preventDefault();
    stops[goal].focus();
  });
}

function beside(stops, key) {
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  if (at < 0) return key === "ArrowUp" ? stops.length - 1 : 0;
  return Math.max(0, Math.min(stops.length - 1, at + STEPS[key]));
}
