// The chat page: two halves, the bar above, the dock beside, and when which part is drawn.
import { once } from "./api.js";
import { closeDock, openDock, paintDock } from "./dock/dock.js";
import { attempt, toast } from "./notices.js";
import { paintChats, readyChats } from "./half/chats.js";
import { paintComposer } from "./half/composer.js";
import { deeds, overhear } from "./half/deeds.js";
import { Half } from "./half/half.js";
import { paintHead, paintTopics, readyTopics } from "./half/head.js";
import { paintPeople } from "./half/people.js";
import { markSeen } from "./half/seen.js";
import { Thread } from "./half/thread.js";
import { store } from "./store.js";
import { paintHint } from "./top/hint.js";
import { followStory } from "./top/scene.js";
import { OVER, paintPlaying, readShelf, wish } from "./top/story.js";
import { watchPace } from "./top/holding.js";
import { paintTop } from "./top/top.js";
import { language, speak, t } from "./words.js";

const query = new URLSearchParams(location.search);
const view = { halves: query.get("halves") === "1" ? 1 : 2, dock: query.get("dock") ?? "" };
const sides = ["left", "right"].map((name) => {
  const half = new Half(name);
  const thread = new Thread(half);
  return { half, thread, act: deeds(half, thread) };
});
const halves = sides.map(({ half }) => half);
const [left, right] = halves;

const act = {
  view: () => view,
  /** Whom the left half plays: the first that what is broken by a button befalls. */
  facing: () => left.person,
  halves() { view.halves = view.halves === 2 ? 1 : 2; changed(); },
  dock(name) {
    view.dock = view.dock === name ? "" : name;
    changed();
    if (view.dock) openDock();
    else closeDock();
  },
  language() { speak(language() === "en" ? "zh-CN" : "en"); changed(); },
  /** Where a link of the operator's leads: the left half becomes the person who tapped it. */
  async tap(person, payload) {
    left.go(person, person);
    left.show("thread");
    await sides[0].act.start(payload);
  },
};

function paintHalf({ half, thread, act: deed }) {
  half.node.hidden = half === right && view.halves === 1;
  half.node.setAttribute("aria-label", t(half.name));
  paintHead(half, deed);
  paintTopics(half, deed);
  thread.paint(deed);
  paintComposer(half, deed);
  markSeen(half);
  paintPeople(half, deed);
  paintChats(half, deed);
}

function paint() {
  if (!left.me || !right.me) return;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  document.body.dataset.halves = view.halves;
  document.title = `${left.me.name} · ${left.group?.title ?? store.world.bot.name}`;
  paintTop(act);
  paintHint(left, sides[0].act);
  paintPlaying(act);
  paintDock(act);
  for (const side of sides) paintHalf(side);
}

const FRAME = 16; // milliseconds
let due = false;
let drawn = -FRAME;

/** Draw at once what changed; where much does, once for each frame. */
function changed() {
  if (due) return;
  due = true;
  const soon = performance.now() - drawn < FRAME ? requestAnimationFrame : queueMicrotask;
  soon(draw);
}

function draw() {
  due = false;
  address();
  paint();
  drawn = performance.now();
}

function address() {
  const told = new URLSearchParams({ person: left.person, chat: left.chat, beside: right.person, there: right.chat });
  if (view.halves === 1) told.set("halves", "1");
  if (view.dock) told.set("dock", view.dock);
  if (language() === "en") told.set("lang", "en");
  // each time the browser is told, though it is the same, costs more than drawing the page
  if (location.search !== `?${told}`) history.replaceState(null, "", `?${told}`);
}

function settle() {
  if (left.person) for (const half of halves) half.settle();
}

function follow() {
  const { story } = store.world;
  if (left.person && story && wish.follow && !OVER.includes(story.state)) followStory(halves, story);
}

function follows() {
  store.watching = () => halves.map((half) => half.person);
  store.on(["world"], settle);
  store.on(["world", "thread", "clock", "half", "doors", "story"], changed);
  store.on(["world", "story"], follow);
  store.on(["starts"], () => { if (store.world.starts > 1) toast(t("started-again")); });
  store.on(["toast"], (event) => { for (const half of halves) if (half.isShown) overhear(half, event); });
  setInterval(changed, 5000);
  setInterval(once(() => watchPace(changed)), 1000);
  document.addEventListener("visibilitychange", changed);
  window.addEventListener("resize", changed);
  document.addEventListener("keydown", keys);
}

const isShown = (node) => node.getClientRects().length > 0;

/** F6 goes to the next half or panel; Escape leaves a panel, then a chat where only one pane is shown. */
function keys(event) {
  const places = [...halves.map((half) => half.node), document.getElementById("dock")].filter(isShown);
  const at = places.findIndex((node) => node.contains(document.activeElement));
  if (event.key === "F6") {
    event.preventDefault();
    stop(places[(at + 1) % places.length])?.focus();
  } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    const back = places[at]?.querySelector(".back");
    // what had the focus may be gone: then the panel is what is left
    if (places[at]?.id === "dock" || (at < 0 && view.dock)) act.dock(view.dock);
    else if (back && isShown(back)) back.click();
  }
}

/** Where the focus goes in a place: what is written in, else its tab, else the first chat. */
function stop(place) {
  return ["textarea, [data-key=gate]", ".dock-tab[aria-selected=true]", ".chats .entry"]
    .flatMap((selector) => [...place.querySelectorAll(selector)]).find(isShown);
}

/** Where the address leads; beside it stands whoever is in most groups, as those who work here are. */
async function open() {
  await Promise.all([store.open(), readShelf()]);
  const { people } = store.world;
  const asked = (name) => Number(query.get(name));
  const who = store.person(asked("person"))?.id ?? people[0].id;
  const groups = (person) => store.groupsOf(person).length;
  const [works = people[0]] = people.filter(({ id }) => id !== who).sort((one, other) => groups(other.id) - groups(one.id));
  const beside = store.person(asked("beside"))?.id ?? works.id;
  left.go(who, query.get("chat") === "private" ? who : asked("chat"));
  right.go(beside, query.has("there") && query.get("there") !== "private" ? asked("there") : beside);
  for (const half of halves) half.show(query.has("chat") ? "thread" : "chats");
  store.refreshPrivate();
  follow();
}

speak(query.get("lang") ?? "zh-CN");
document.getElementById("halves").append(left.node, right.node);
for (const { half } of sides) {
  readyChats(half);
  readyTopics(half);
}
follows();
await attempt(open);
