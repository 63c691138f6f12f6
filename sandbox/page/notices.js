// What passes and what asks: toasts fade, dialogs wait.
import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const STAYS = 4500;
const READS = 60; // milliseconds for each character of a long one
const FADES = 600;
const SHEET = "(max-width: 900px)";

/** Show a line for some seconds, above the messages; screen readers hear it from the live region. */
export function toast(text, kind = "", asked = null) {
  const place = [asked, ...document.querySelectorAll(".half .toasts")].find(isSeen) ?? document.getElementById("afloat");
  const note = el("div", { class: `toast ${kind}` }, text);
  place.append(note);
  const stays = Math.max(STAYS, READS * text.length);
  setTimeout(() => note.classList.add("fading"), stays);
  setTimeout(() => note.remove(), stays + FADES);
}

// nobody reads what stands behind the list of chats, or behind the sheet of a phone
function isSeen(place) {
  const covered = matchMedia(SHEET).matches && Boolean(document.body.dataset.dock);
  return place && !covered && place.parentElement.getClientRects().length > 0;
}

/** Run a request; its refusal becomes a toast. Returns undefined then. */
export async function attempt(work, place) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, "mistake", place);
    return undefined;
  }
}

/** Open a dialog that is gone once closed; resolves with the value of the button that closed it ("" for Escape). */
export function ask(kind, label, ...content) {
  const dialog = el("dialog", { class: kind, "aria-label": label }, content);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** Show words that the person must put away. */
export function alert(text, who) {
  const close = el("button", { class: "primary", value: "ok" }, t("ok"));
  return ask("alert", who ?? text, who && el("small", {}, who), el("p", {}, text), el("form", { method: "dialog" }, close));
}

/** Ask whether something is really meant. */
export async function sure(text, word) {
  const form = el("form", { method: "dialog" },
    el("button", { class: "quiet", value: "" }, t("cancel")),
    el("button", { class: "primary", value: "yes", data: { key: "sure" } }, word));
  return (await ask("alert", text, el("p", {}, text), form)) === "yes";
}

document.addEventListener("pointerdown", (event) => {
  for (const box of document.querySelectorAll(".dropdown")) if (!box.contains(event.target)) box.dispatchEvent(new Event("close-panel"));
});

/** A button with a panel below or above it: Escape, a choice, or going elsewhere closes it. */
export function dropdown(opener, panel, kind) {
  const box = el("div", { class: `dropdown ${kind}` }, opener, panel);
  const show = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) (panel.querySelector("[aria-current]") ?? panel.querySelector("button, input"))?.focus();
  };
  show(false);
  opener.setAttribute("aria-haspopup", "true");
  opener.addEventListener("click", () => show(panel.hidden));
  box.addEventListener("close-panel", () => show(false));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    show(false);
    opener.focus();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) show(false);
  });
  return box;
}

/** An entry of a dropdown: a sign, words, and what it does after closing the panel. */
export function entry(name, sign, words, run) {
  return button(name, { class: "item", role: "menuitem", onclick: (event) => choose(event.currentTarget, run) }, icon(sign), words);
}

/** Close the panel a node stands in, then run. */
export function choose(node, run) {
  const box = node.closest(".dropdown");
  box.dispatchEvent(new Event("close-panel"));
  box.querySelector("[aria-haspopup]")?.focus();
  return run();
}
