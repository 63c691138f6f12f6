// A native poll: a tap votes, several choices wait for the button, one's own can be taken back.
import { button, el } from "../dom.js";
import { icon } from "../icons.js";
import { t } from "../words.js";

/** Draw a poll as the viewer sees it: shares show once they voted or it is closed. */
export function poll(message, act) {
  const told = message.poll;
  const mine = told.mine ?? [];
  const open = !told.closed && mine.length === 0;
  const picked = new Set();
  const send = told.multiple && open && button(`${message.id} vote`, { class: "vote", disabled: true, onclick: () => act.vote(message, [...picked]) }, t("vote"));
  const pick = (i, node) => {
    if (!told.multiple) return act.vote(message, [i]);
    if (!picked.delete(i)) picked.add(i);
    node.setAttribute("aria-pressed", String(picked.has(i)));
    send.disabled = picked.size === 0;
    return undefined;
  };
  return el("div", { class: "poll", role: "group", "aria-label": told.question },
    el("b", { class: "question" }, told.question),
    el("small", {}, sort(told)),
    told.options.map((option, i) => (open ? choice(message, option, i, pick) : share(told, option, mine.includes(i)))),
    el("div", { class: "poll-end" }, el("small", {}, t("voters", { count: told.total })), send,
      !told.closed && mine.length > 0 && button(`${message.id} retract`, { class: "quiet", onclick: () => act.vote(message, []) }, t("retract"))));
}

function sort({ anonymous, closed, multiple }) {
  const kind = closed ? "poll-closed" : anonymous ? "poll-anonymous" : "poll-open";
  return multiple && !closed ? `${t(kind)} · ${t("poll-multiple")}` : t(kind);
}

function choice(message, option, i, pick) {
  return button(`${message.id} option ${i}`, { class: "option", "aria-pressed": "false", data: { option: i }, onclick: (event) => pick(i, event.currentTarget) },
    el("span", { class: "ring" }), option.text);
}

function share({ total }, option, chosen) {
  const name = el("span", { class: "name" }, option.text, chosen && icon("check"));
  if (option.voters === null) return el("div", { class: `share${chosen ? " mine" : ""}` }, name);
  const part = total > 0 ? Math.round((option.voters / total) * 100) : 0;
  const bar = el("span", { class: "bar" });
  bar.style.setProperty("--part", `${part}%`);
  return el("div", { class: `share${chosen ? " mine" : ""}` },
    el("span", { class: "percent" }, `${part}%`), name, el("small", {}, String(option.voters)), bar);
}
