// Stories: the shelf to choose from, the bar of the one that plays, and the halves that follow it.
import { get, post } from "../api.js";
import { button, el, repaint, signButton, walk } from "../dom.js";
import { icon } from "../icons.js";
import { attempt, choose, dropdown } from "../notices.js";
import { store } from "../store.js";
import { language, t } from "../words.js";

const SPEEDS = [0.5, 1, 2, 4];
const OVER = ["told", "broken"];
const bar = document.getElementById("playing");
const wish = { speed: 1, step: false, follow: true };

/** The stories of this sandbox; an older one has none. */
export const shelf = [];

let putAway = "";
let followed = "";

export async function readShelf() {
  const found = await get("/stories").catch(() => ({ stories: [] }));
  shelf.splice(0, shelf.length, ...found.stories);
}

export function storyMenu() {
  const opener = button("stories", { class: "stories-open" }, icon("play"), el("span", {}, t("stories")));
  const panel = el("div", { class: "panel stories" },
    el("h2", {}, t("stories-title")), el("p", { class: "fine" }, t("stories-why")),
    el("div", { class: "wishes" }, speeds(wish.speed, (speed) => { wish.speed = speed; }), tick("step", "step-wise")),
    el("ul", {}, shelf.map((story) => el("li", {}, one(story)))));
  walk(panel, "li button");
  return dropdown(opener, panel, "stories-box");
}

function one(story) {
  return button(`play ${story.name}`, { class: "item", data: { story: story.name }, onclick: (event) => choose(event.currentTarget, () => play(story.name)) },
    icon("play"), el("span", { class: "lines" }, el("b", {}, story.title), el("small", {}, story.name)));
}

function speeds(current, take) {
  const choice = (speed) => el("option", { value: speed, selected: speed === current }, `${speed}×`);
  return el("label", { class: "speed" }, el("span", {}, t("speed")), el("select", { data: { key: "speed" }, onchange: (event) => take(Number(event.target.value)) }, SPEEDS.map(choice)));
}

function tick(name, word) {
  return el("label", { class: "tick" }, el("input", { type: "checkbox", checked: wish[name], data: { key: name }, onchange: (event) => { wish[name] = event.target.checked; } }), t(word));
}

function play(story) {
  putAway = "";
  return attempt(() => post("/play", { story, speed: wish.speed, step: wish.step }));
}

function told(verb, body) {
  return () => attempt(async () => { await post(`/play/${verb}`, body); await store.load(); });
}

/** The bar of the story that plays: where it stands, what is being played, and how to hold it. */
export function paintPlaying() {
  const { story, run } = store.world;
  bar.hidden = !story || (OVER.includes(story.state) && putAway === `${run} ${story.name}`);
  repaint(bar, [story, wish.speed, language()], () => (story ? [
    el("div", { class: "controls" }, controls(story)),
    el("div", { class: "now-playing" }, headline(story), el("p", { class: story.error ? "broken" : "", role: "status" }, story.error || story.line || t("story-begins"))),
    el("div", { class: "wishes" }, !OVER.includes(story.state) && speeds(wish.speed, faster), tick("follow", "follow"))] : []));
}

function headline(story) {
  const progress = el("progress", { max: Math.max(1, story.steps), value: story.step ?? 0, "aria-label": t("story-progress") });
  return el("div", { class: "headline" }, el("b", {}, story.title), el("span", { class: `chip-state ${story.state}` }, t(`story-${story.state}`)), progress, el("small", {}, `${story.step ?? 0} / ${story.steps}`));
}

function controls({ name, state }) {
  if (OVER.includes(state)) {
    return [signButton("again", "reset", t("again"), { onclick: () => play(name) }), signButton("put-away", "close", t("close"), { onclick: () => { putAway = `${store.world.run} ${name}`; paintPlaying(); } })];
  }
  return [
    state === "playing" ? signButton("pause", "pause", t("pause"), { onclick: told("pause") }) : signButton("resume", "play", t("resume"), { onclick: told("resume") }),
    signButton("step-next", "next", t("next-step"), { onclick: told("next") }),
    signButton("stop", "stop", t("stop"), { onclick: told("stop") }),
  ];
}

function faster(speed) {
  wish.speed = speed;
  if (store.world.story?.state === "playing") told("resume", { speed })();
}

/** Who acts in the step being played and where: {person, chat, watches}, or null. */
function scene(story) {
  const named = store.named(story.who) ?? firstNamed(story.line ?? "");
  if (!named) return null;
  const group = store.world.chats.find((chat) => chat.type !== "private" && story.chat && chat.title === story.chat && !chat.migrated_to);
  return { person: named.id, chat: group?.id ?? named.id, watches: /sees$/.test(story.verb ?? "") || /\bsees\b/.test(story.verb ? "" : (story.line ?? "")) };
}

function firstNamed(line) {
  const found = store.world.people.map((person) => [line.indexOf(person.name), person]).filter(([at]) => at >= 0);
  return found.sort(([a], [b]) => a - b)[0]?.[1];
}

/** Let the halves follow: whoever acts stands left, whoever sees stands right. */
export function followStory(halves) {
  const { story } = store.world;
  if (!story || !wish.follow || OVER.includes(story.state)) return;
  const now = [store.world.run, story.step, story.line].join();
  const at = scene(story);
  if (!at || now === followed) return;
  followed = now;
  const [left, right] = halves;
  const stands = (half) => half.isShown && half.person === at.person && half.chat === at.chat;
  const half = at.watches && right.isShown ? right : left;
  if (at.watches && stands(left)) left.show("thread");
  else {
    if (!stands(half)) half.go(at.person, at.chat);
    half.show("thread");
  }
}
