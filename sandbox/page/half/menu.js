// What can be done about a chat as a whole: the ⋯ beside its title.
import { post } from "../api.js";
import { fill } from "../forms.js";
import { entry } from "../notices.js";
import { store } from "../store.js";
import { t } from "../words.js";
import { EVERY_TOPIC, GENERAL } from "./half.js";

/** What the bot is in a chat that it is in. */
export const PRESENT = ["member", "administrator", "restricted"];

/** The entries that make sense in this chat, for the sandbox that is there. */
export function chatMenu(half, act) {
  return (half.group ? groupMenu(half, act) : privateMenu(half, act)).filter(Boolean);
}

function privateMenu({ me }, act) {
  return [
    me.started && !me.blocked && entry("restart", "play", t("send-start"), () => act.start("")),
    me.started && entry("block", "mute", t(me.blocked ? "unblock" : "block"), () => act.block(!me.blocked)),
    store.full && entry("make-group-2", "group", t("make-group"), act.makeGroup),
  ];
}

function groupMenu(half, act) {
  const { group, me, topic } = half;
  if (!store.full) return [entry("leave", "leave", t("leave"), () => act.leave())];
  const inside = PRESENT.includes(group.bot?.status);
  const deed = (name, sign, run) => entry(name, sign, t(name), () => act.keep(run));
  return [
    deed("add-member", "person", () => addMember(group)),
    deed("make-admin", "star", () => makeAdmin(group)),
    group.bot && (inside ? deed("remove-bot", "robot", () => post(`/chats/${group.id}/kick`, { person: store.world.bot.id })) : deed("add-bot", "robot", () => join(group, store.world.bot.id, me.id))),
    inside && deed(group.bot.can_send === false ? "unmute-bot" : "mute-bot", "mute", () => post(`/chats/${group.id}/mute`, { can_send: group.bot.can_send === false })),
    group.type === "group" && deed("migrate", "rise", () => migrate(half)),
    group.forum && deed("make-topic", "topic", () => makeTopic(half)),
    group.forum && topic !== EVERY_TOPIC && topic !== GENERAL && closing(half, act),
    group.linked && deed("channel-post", "channel", () => channelPost(group)),
    entry("leave", "leave", t("leave"), () => act.leave()),
    me && entry("make-group-2", "group", t("make-group"), act.makeGroup),
  ];
}

function join(group, person, by) {
  return post(`/people/${person}/join`, { chat: group.id, by });
}

function names(people) {
  return people.map((person) => [person.id, person.name]);
}

async function addMember(group) {
  const others = store.world.people.filter((person) => !group.members.includes(person.id));
  const fields = [
    { name: "person", kind: "choice", label: t("who"), options: [...names(others), [0, t("newcomer")]] },
    { name: "name", kind: "text", label: t("newcomer-name"), hint: t("newcomer-hint"), optional: true },
  ];
  const told = await fill(t("add-member"), fields, t("add"));
  if (!told) return;
  const id = told.person || (await post("/people", { name: told.name || t("newcomer-hint") })).id;
  await join(group, id);
}

async function makeAdmin(group) {
  const people = store.world.people.filter((person) => group.members.includes(person.id));
  const fields = [
    { name: "person", kind: "choice", label: t("who"), options: [[store.world.bot.id, `${store.world.bot.name}（${t("bot")}）`], ...names(people)] },
    { name: "admin", kind: "yes", label: t("is-admin"), value: true },
    { name: "anonymous", kind: "yes", label: t("is-anonymous") },
  ];
  const told = await fill(t("make-admin"), fields);
  if (told) await post(`/chats/${group.id}/admin`, told);
}

async function migrate(half) {
  const { chat } = await post(`/chats/${half.chat}/migrate`);
  await store.load();
  half.go(half.person, chat);
}

async function makeTopic(half) {
  const told = await fill(t("make-topic"), [{ name: "name", kind: "text", label: t("topic-name") }]);
  if (!told?.name) return;
  const { id } = await post(`/chats/${half.chat}/topics`, { name: told.name, by: half.person });
  await store.load();
  half.go(half.person, half.chat, id);
}

function closing(half, act) {
  const closed = half.group.topics.find((one) => one.id === half.topic)?.closed;
  return entry("close-topic", "lock", t(closed ? "open-topic" : "close-topic"), () => act.keep(() => post(`/chats/${half.chat}/topics/${half.topic}`, { closed: !closed })));
}

async function channelPost(group) {
  const told = await fill(t("channel-post"), [{ name: "text", kind: "text", label: group.linked.title, hint: t("channel-hint") }], t("send"));
  if (told?.text) await post(`/chats/${group.id}/channel-post`, { text: told.text });
}

/** Ask for a group's title and people, make it, and return it; null when put away. */
export async function makeGroup(person) {
  const others = store.world.people.filter((one) => one.id !== person);
  const told = await fill(t("make-group"), [
    { name: "title", kind: "text", label: t("group-title") },
    { name: "type", kind: "choice", label: t("group-type"), options: [["group", t("type-group")], ["supergroup", t("type-supergroup")], ["forum", t("type-forum")]] },
    { name: "linked", kind: "text", label: t("linked-channel"), hint: t("linked-hint"), optional: true },
    { name: "bot", kind: "yes", label: t("with-bot"), value: true },
    { name: "members", kind: "several", label: t("group-members"), options: names(others) },
  ], t("make"));
  if (!told?.title) return null;
  const forum = told.type === "forum";
  return post("/chats", { ...told, type: forum ? "supergroup" : told.type, forum, linked: told.linked || undefined, by: person });
}

/** Ask for a newcomer's name and language, and return the new person; null when put away. */
export async function newcomer() {
  const told = await fill(t("newcomer"), [
    { name: "name", kind: "text", label: t("newcomer-name"), hint: t("newcomer-hint") },
    { name: "language", kind: "choice", label: t("newcomer-language"), options: [["zh-CN", "中文"], ["en", "English"]] },
  ], t("add"));
  return told?.name ? post("/people", told) : null;
}
