// The menu of things to attach: pictures (several make an album), a document, a place, a voice message.
import { button, el, signButton, walk } from "../dom.js";
import { choose, dropdown, entry } from "../notices.js";
import { store } from "../store.js";
import { t } from "../words.js";

const SAMPLES = ["lift-broken", "lift-fixed", "dark-stairwell", "garbage-pile"];
const LARGEST = 5 * 1024 * 1024;
const SOMEWHERE = { latitude: 31.22967, longitude: 121.45273 };

/** The attach button with its menu. */
export function attachMenu(half, act) {
  const panel = el("div", { class: "panel attach", id: `attach-${half.name}` });
  panel.append(...entries(act).filter(Boolean));
  walk(panel, "button", ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);
  return dropdown(signButton("attach", "attach", t("attach"), { "aria-controls": panel.id }), panel, "attach-box");
}

function entries(act) {
  const picture = el("input", { type: "file", class: "upload-photo", accept: "image/*", multiple: true, hidden: true, onchange: (event) => upload(event.target, act, act.photo) });
  const paper = el("input", { type: "file", class: "upload-document", hidden: true, onchange: (event) => upload(event.target, act, ([one]) => act.document({ name: one.title, data: one.send.split(",")[1] ?? "" })) });
  return [
    el("p", {}, t("samples")),
    el("div", { class: "samples" }, SAMPLES.map((name) => sample(name, act))),
    el("p", { class: "fine" }, t("album-hint")),
    entry("upload", "upload", t("upload"), () => picture.click()),
    store.full && entry("attach-document", "document", t("attach-document"), () => paper.click()),
    entry("location", "pin", t("location"), () => act.send({ location: SOMEWHERE })),
    entry("voice", "voice", t("voice"), () => act.send({ voice: { duration: 6 } })),
    picture, paper,
  ];
}

function sample(name, act) {
  const source = `/pictures/${name}.jpg`;
  return button(`sample ${name}`, { class: "sample", data: { sample: name }, onclick: (event) => choose(event.currentTarget, () => act.photo([{ send: `${name}.jpg`, title: t(name), source }])) },
    el("img", { src: source, alt: "" }), el("span", {}, t(name)));
}

async function upload(input, act, take) {
  const files = [...input.files];
  input.value = "";
  if (files.length === 0) return;
  if (files.some((file) => file.size > LARGEST)) act.complain(t("too-big"));
  else take(await Promise.all(files.map(read)));
}

function read(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ send: reader.result, title: file.name, source: reader.result });
    reader.readAsDataURL(file);
  });
}
