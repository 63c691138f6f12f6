// The menu of things to attach: sample pictures, one's own picture, a place, a voice message.
import { el, icon } from "./dom.js";
import { t } from "./words.js";

const SAMPLES = ["lift-broken", "lift-fixed", "dark-stairwell", "garbage-pile"];
const LARGEST = 5 * 1024 * 1024;
const SOMEWHERE = { latitude: 31.22967, longitude: 121.45273 };

/** The attach button with its menu; choosing closes it, as Escape does. */
export function pictureMenu(act) {
  const menu = el("div", { class: "menu", id: "attach-menu", hidden: true });
  const button = el("button", { type: "button", class: "tool attach", "aria-label": t("attach"), title: t("attach"), "aria-expanded": "false", "aria-controls": "attach-menu", data: { key: "attach" } }, icon("attach"));
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("button").focus();
  };
  const choose = (run) => () => { show(false); run(); };
  menu.append(...entries(act, choose));
  button.addEventListener("click", () => show(menu.hidden));
  const box = el("div", { class: "attach-box", onkeydown: (event) => { if (event.key === "Escape" && !menu.hidden) { show(false); button.focus(); } } }, button, menu);
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) show(false); });
  return box;
}

function entries(act, choose) {
  const file = el("input", { type: "file", accept: "image/*", hidden: true, onchange: (event) => upload(event.target, act) });
  const item = (sign, word, run) => el("button", { type: "button", class: "item", onclick: choose(run) }, icon(sign), t(word));
  return [
    el("p", {}, t("samples")),
    el("div", { class: "samples" }, SAMPLES.map((name) => sample(name, act, choose))),
    item("upload", "upload", () => file.click()),
    item("pin", "location", () => act.say({ location: SOMEWHERE })),
    item("voice", "voice", () => act.say({ voice: { duration: 6 } })),
    file,
  ];
}

function sample(name, act, choose) {
  const source = `/pictures/${name}.jpg`;
  return el("button", { type: "button", class: "sample", data: { sample: name }, onclick: choose(() => act.photo({ send: `${name}.jpg`, title: t(name), source })) },
    el("img", { src: source, alt: "" }), el("span", {}, t(name)));
}

function upload(input, act) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  if (file.size > LARGEST) {
    act.complain(t("too-big"));
    return;
  }
  const reader = new FileReader();
  reader.onload = () => act.photo({ send: reader.result, title: file.name, source: reader.result });
  reader.readAsDataURL(file);
}
