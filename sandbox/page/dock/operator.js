// The operator's desk: the usual commands as buttons, a line to type one, and what came of it.
import { get, post } from "../api.js";
import { button, el, repaint, walk } from "../dom.js";
import { fill } from "../forms.js";
import { payloadOf } from "../half/deeds.js";
import { icon } from "../icons.js";
import { attempt, toast } from "../notices.js";
import { store } from "../store.js";
import { language, roleOf, t } from "../words.js";

const LOOKS = 8;
const NEAR = 120;
const MARKED = /^[✓✗] /m;
const REFUSED = /^(.*): only these can be run here: (.*)$/s;
const LINK = /(?:https?:\/\/)?t\.me\/[\w?=-]+/g;

/** The usual commands; one that ends in a blank wants a word more. */
const USUAL = [
  "linli check", "linli invite --list", "linli invite --all-unclaimed", "linli invite ",
  "linli community check community.toml", "linli community apply --dry-run community.toml", "linli community apply --yes community.toml", "linli community export",
  "linli roster import --yes ", "linli audit verify", "linli forget ",
];

const done = [];
const tappedBefore = new Set();
const past = [];
const output = el("div", { class: "transcript", role: "log", tabindex: 0 });
let line = null;
let tapped = () => {};

store.on(["run"], () => { done.length = 0; tappedBefore.clear(); });

export function operatorDesk() {
  output.setAttribute("aria-label", t("operator-output"));
  line = el("input", { id: "command", autocomplete: "off", spellcheck: "false", "aria-label": t("operator-line"), placeholder: "linli …", data: { key: "command" }, onkeydown: recall });
  const usual = el("div", { class: "usual", role: "group", "aria-label": t("operator-usual") }, USUAL.map(preset));
  walk(usual, "button", ["ArrowLeft", "ArrowRight", "Home", "End"]);
  return [
    el("p", { class: "intro" }, t("operator-why")),
    usual,
    output,
    el("form", { class: "prompt", onsubmit: (event) => { event.preventDefault(); run(line.value.trim()); line.value = ""; } },
      el("span", { "aria-hidden": "true" }, "$"), line, el("button", { class: "send", "aria-label": t("run"), title: t("run") }, icon("send"))),
  ];
}

function preset(command) {
  return button(command, { class: "preset", onclick: () => (command.endsWith(" ") ? begin(command) : run(command)) }, command.trim().replace("linli ", ""), command.endsWith(" ") ? " …" : "");
}

function begin(command) {
  line.value = command;
  line.focus();
}

// arrow up brings back what was typed before, as a terminal does
function recall(event) {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  const at = past.indexOf(line.value);
  const goal = event.key === "ArrowUp" ? (at < 0 ? past.length - 1 : at - 1) : at + 1;
  line.value = past[goal] ?? (event.key === "ArrowDown" ? "" : line.value);
}

async function run(command) {
  if (!command) return;
  past.push(command);
  try {
    const { id } = await post("/operator", { command });
    await follow(id, command);
  } catch (error) {
    done.push({ command, output: error.message, code: error.status ?? 1 });
    paintTranscript();
  }
}

/** Show a command and what comes of it, once: whoever asked for it, this page or a story. */
async function follow(id, command) {
  if (done.some((each) => each.id === id)) return;
  const entry = { id, command, output: null, code: null };
  done.push(entry);
  paintTranscript();
  Object.assign(entry, await finished({ id }));
  paintTranscript();
}

store.on(["operator"], ({ id, command }) => { if (command) attempt(() => follow(id, command)); });

// each look waits up to 25 s in the town
async function finished({ id }) {
  for (let look = 0; look < LOOKS; look += 1) {
    const answer = await get(`/operator/${id}`);
    if (answer.done) return answer;
  }
  return { output: t("operator-silent"), code: 1 };
}

/** Draw the commands and their output; a link in it asks who taps it. */
export function paintTranscript(act) {
  if (act) tapped = act.tap;
  const before = output.dataset.sign;
  repaint(output, [done, tappedBefore.size, language()], () => (done.length > 0 ? done.map(ran) : el("p", { class: "nothing" }, t("operator-empty"))));
  if (before !== output.dataset.sign) output.scrollTop = output.scrollHeight;
}

function ran({ command, output: said, code }) {
  return el("div", { class: "ran" },
    el("div", { class: "asked" }, "$ ", command),
    el("pre", { class: code && !MARKED.test(said) ? "failed" : "" }, said === null ? t("operator-waiting") : lines(worded(said))));
}

/** The output in the words of the page, where it is the desk itself that speaks. */
function worded(said) {
  const refused = REFUSED.exec(said);
  return refused ? t("operator-refused", { command: refused[1], known: refused[2] }) : said || t("operator-nothing");
}

/** The output; where its lines are marked one by one, only what is wrong looks wrong. */
function lines(said) {
  if (!MARKED.test(said)) return linked(said);
  return said.split(/(?<=\n)/).map((each) => el("span", { class: each.startsWith("✗") ? "failed" : "" }, linked(each)));
}

function linked(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    nodes.push(text.slice(at, found.index), link(found[0], meant(text.slice(0, found.index))));
    at = found.index + found[0].length;
  }
  return [...nodes, text.slice(at)];
}

/** Whom the words before a link name last: it is meant for that person. */
function meant(before) {
  const near = before.slice(-NEAR);
  const [found] = store.world.people.map((person) => ({ person, at: near.lastIndexOf(person.name) })).filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at);
  return found?.person;
}

function link(url, whose) {
  const payload = payloadOf(url);
  if (!payload) return el("span", {}, url);
  const again = tappedBefore.has(payload);
  return button(`link ${payload}`, { class: again ? "tap used" : "tap", title: t(again ? "tap-again" : "tap-why"), onclick: () => tap(payload, whose) }, url);
}

async function tap(payload, whose) {
  const options = store.world.people.map((person) => [person.id, person.role ? `${person.name}（${roleOf(person)}）` : person.name]);
  const asked = whose ? t("tap-whose", { name: whose.name }) : t("tap-who");
  const told = await fill(asked, [{ name: "person", kind: "choice", label: t("who"), options, value: whose?.id }], t("tap"));
  if (!told) return;
  tappedBefore.add(payload);
  toast(t("tapped", { name: store.nameOf(told.person) }));
  await tapped(told.person, payload);
}
