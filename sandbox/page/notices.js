// What passes: toasts fade, alerts wait to be dismissed.
import { el } from "./dom.js";
import { t } from "./words.js";

const STAYS = 4500;

/** Show a line for some seconds; screen readers hear it from the live region. */
export function toast(text, kind = "") {
  const note = el("div", { class: `toast ${kind}` }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.classList.add("fading"), STAYS);
  setTimeout(() => note.remove(), STAYS + 600);
}

/** Show words that the person must put away. */
export function alert(text) {
  const dialog = document.getElementById("alert");
  dialog.replaceChildren(
    el("p", { id: "alert-text" }, text),
    el("form", { method: "dialog" }, el("button", { class: "primary" }, t("ok"))),
  );
  if (!dialog.open) dialog.showModal();
}

/** Run a request; its refusal becomes a toast. Returns undefined then. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, "mistake");
    return undefined;
  }
}
