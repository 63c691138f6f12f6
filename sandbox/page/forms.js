// A small form in a dialog: fields by kind, answered as one object.
import { el } from "./dom.js";
import { ask } from "./notices.js";
import { t } from "./words.js";

const KINDS = { text, choice, several, yes };

/** Ask for values: fields are {name, kind, label, …}; resolves with {name: value}, or null when put away. */
export async function fill(title, fields, word) {
  const built = fields.map((field) => KINDS[field.kind](field));
  const form = el("form", { method: "dialog", class: "form" },
    el("h2", {}, title),
    built.map(({ node }) => node),
    el("div", { class: "form-end" },
      el("button", { type: "submit", class: "quiet", value: "", formnovalidate: true }, t("cancel")),
      el("button", { type: "submit", class: "primary", value: "yes", data: { key: "form-send" } }, word ?? t("confirm"))));
  form.addEventListener("keydown", (event) => submitByEnter(event, form));
  if ((await ask("sheet", title, form)) !== "yes") return null;
  return Object.fromEntries(fields.map((field, i) => [field.name, built[i].value()]));
}

// the first button of a form is the one Enter would press, and that is “cancel”
function submitByEnter(event, form) {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[value=yes]"));
}

function labelled(label, control, kind = "") {
  return el("label", { class: `field ${kind}` }, el("span", {}, label), control);
}

function text({ name, label, value = "", hint = "", optional = false }) {
  const input = el("input", { name, value, placeholder: hint, required: !optional, autocomplete: "off", maxlength: 255 });
  return { node: labelled(label, input), value: () => input.value.trim() };
}

function choice({ name, label, options, value }) {
  const select = el("select", { name }, options.map(([id, words]) => el("option", { value: id, selected: id === value }, words)));
  return { node: labelled(label, select), value: () => options[select.selectedIndex]?.[0] };
}

function several({ name, label, options, value = [] }) {
  const boxes = options.map(([id, words]) => {
    const box = el("input", { type: "checkbox", name, value: id, checked: value.includes(id) });
    return { id, box, node: el("label", {}, box, words) };
  });
  const node = el("fieldset", { class: "field" }, el("legend", {}, label), el("div", { class: "ticks" }, boxes.map((one) => one.node)));
  return { node, value: () => boxes.filter(({ box }) => box.checked).map(({ id }) => id) };
}

function yes({ name, label, value = false }) {
  const box = el("input", { type: "checkbox", name, checked: value });
  return { node: el("label", { class: "field tick" }, box, label), value: () => box.checked };
}
