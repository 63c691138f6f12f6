// Stories: the shelf to choose from, and the bar of the one that plays.
import { get, post } from "../api.js";
import { button, el, repaint, signButton, walk } from "../dom.js";
import { icon } from "../icons.js";
import { attempt, choose, dropdown } from "../notices.js";
import { store } from "../store.js";
import { language, t } from "../words.js";
import { heldBy } from "./holding.js";
import { isAtDesk, said } from "./scene.js";

const SPEEDS = [0.5, 1, 2, 4];
export const OVER = ["told", "broken"];
const bar = document.getElementById("playing");

/** What whoever watches wants: how fast, whether to wait at every step, whether the halves follow. */
export const wish = { speed: 1, step: false, follow: true };

/** The stories of this sandbox; an older one has none. */
export const shelf = [];

export async function readShelf() {
  const found = await get("/stories").catch(() => ({ stories: [] }));
  shelf.splice(0, shelf.length, ...found.stories);
}

export function storyMenu() {
  const opener = button("stories", { class: "stories-open" }, icon("play"), el("span", {}, t("stories")));
  const panel = el("div", { class: "panel stories" },
    el("h2", {}, t("stories-title")), el("p", { class: "fine" }, t("stories-why")),
    el("div", { class: "wishes" }, speeds(), tick("step", "step-wise")),
    el("ul", {}, shelf.map((story) => el("li", {}, one(story)))));
  walk(panel, "li button");
  return dropdown(opener, panel, "stories-box");
}

function one(story) {
  return button(`play ${story.name}`, { class: "item", data: { story: story.name }, onclick: (event) => choose(event.currentTarget, () => play(story.name)) },
    icon("play"), el("span", { class: "lines" }, el("b", {}, titled(story)), el("small", {}, story.name)));
}

function titled({ title, chinese }) {
  return language() === "en" ? title : (chinese ?? title);
}

function speeds() {
  const choice = (speed) => el("option", { value: speed, selected: speed === wish.speed }, `${speed}×`);
  return el("label", { class: "speed" }, el("span", {}, t("speed")), el("select", { data: { key: "speed" }, onchange: (event) => { wish.speed = Number(event.target.value); } }, SPEEDS.map(choice)));
}

function tick(name, word) {
  return el("label", { class: "tick" }, el("input", { type: "checkbox", checked: wish[name], data: { key: name }, onchange: (event) => { wish[name] = event.target.checked; } }), t(word));
}

function play(story) {
  return attempt(() => post("/play", { story, speed: wish.speed, step: wish.step }));
}

function told(verb) {
  return () => attempt(async () => { await post(`/play/${verb}`); await store.load(); });
}

/** The bar of the story that plays: where it stands, what is being played, and how to hold it. */
export function paintPlaying(act) {
  const { story } = store.world;
  bar.hidden = !story;
  const held = OVER.includes(story?.state) ? null : heldBy("busy-pace-why");
  const atDesk = Boolean(story) && !OVER.includes(story.state) && isAtDesk(story.line) && act.view().dock !== "operator";
  repaint(bar, [story, held, atDesk, language()], () => (story ? [
    el("div", { class: "controls" }, controls(story)),
    el("div", { class: "now-playing" }, headline(story), el("p", { class: story.error ? "broken" : "", role: "status" }, story.error || held || said(story.line) || t("story-begins"))),
    atDesk && button("look-desk", { class: "quiet", onclick: () => act.dock("operator") }, t("look-desk")),
    !OVER.includes(story.state) && el("div", { class: "wishes" }, tick("follow", "follow"))] : []));
}

function headline(story) {
  const progress = el("progress", { max: Math.max(1, story.steps), value: story.step ?? 0, "aria-label": t("story-progress") });
  return el("div", { class: "headline" }, el("b", {}, titled(story)), el("span", { class: "chip-state", data: { state: story.state } }, t(`story-${story.state}`)), progress, el("small", {}, `${story.step ?? 0} / ${story.steps}`));
}

function controls({ name, state }) {
  const one = (key, sign, run) => signButton(key, sign, t(key), { onclick: run });
  if (OVER.includes(state)) return [one("again", "reset", () => play(name)), one("close", "close", told("stop"))];
  const hold = state === "paused" ? one("resume", "play", told("resume")) : one("pause", "pause", told("pause"));
  return [state !== "waiting" && hold, state !== "waiting" && one("next-step", "next", told("next")), one("stop", "stop", told("stop"))];
}
