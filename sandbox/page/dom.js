// Nodes are built, never parsed: no text of a message can become markup.
const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-4-6zM11 14l4-4",
  attach: "M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.8 7.7a1.4 1.4 0 0 1-2-2L14.500 7",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M10 8L5 12.500l5 4.500M5 12.500h9a5 5 0 0 1 5 5V19",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  delete: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  pin: "M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5",
  voice: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 2-2 5 5M15.500 10.500h.01",
  upload: "M12 16V5M7.500 9.500L12 5l4.500 4.500M5 19h14",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
  link: "M9 15l6-6M11 6h7v7",
  play: "M8 5l11 7-11 7z",
};

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
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false);
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A round picture of a name: its first character on a colour that stays the same for the id. */
export function avatar(id, name, kind = "person") {
  const letter = Array.from(name)[0] ?? "?";
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
  node.replaceChildren(...present(build()));
  node.dataset.sign = sign;
  if (held) node.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
}
