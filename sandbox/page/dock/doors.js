// The doors of the bot: what came in, what was committed, what goes out, and what became of each.
import { el } from "../dom.js";
import { store } from "../store.js";
import { clockTime, dayKey, shortDay } from "../times.js";
import { known, t } from "../words.js";

const BAD = ["undeliverable", "uncertain"];
const PENDING = ["waiting", "claimed"];

/** The panel's sections; without a word from the bot, why there is none. */
export function doors(told) {
  const intro = el("p", { class: "intro" }, t("doors-why"));
  if (!told) return [intro, el("p", { class: "nothing" }, t("doors-silent"))];
  return [
    intro,
    el("div", { class: "cards" }, inbox(told), units(told), outbox(told), due(told), audit(told)),
    section("outbox-rows", told.outbox ?? [], outboxTable, "outbox-empty"),
    section("dead-letters", told.dead ?? [], deadLetters, "dead-empty"),
  ];
}

function card(name, facts, foot) {
  const pairs = facts.filter(([, value]) => value !== undefined && value !== null)
    .map(([word, value, kind]) => el("div", { class: `fact ${kind ?? ""}` }, el("b", {}, String(value)), el("small", {}, word)));
  return el("section", { class: `card ${name}` }, el("h3", {}, t(`door-${name}`)), el("div", { class: "facts" }, pairs), el("p", {}, t(`door-${name}-why`)), foot);
}

function inbox({ inbox: box = {}, lag_ms: lag }) {
  return card("inbox", [[t("inbox-open"), box.open], [t("inbox-done"), box.done], [t("inbox-dead"), box.dead, box.dead > 0 ? "bad" : ""], [t("lag"), lag === undefined || lag === null ? null : `${Math.round(lag)} ms`]]);
}

function units({ units: told = {} }) {
  const mean = told.commits > 0 ? (told.units / told.commits).toFixed(1) : "–";
  return card("units", [[t("units"), told.units], [t("commits"), told.commits], [t("units-mean"), mean], [t("units-most"), told.most]]);
}

function outbox({ fates = {} }) {
  const rows = Object.entries(fates).filter(([, count]) => count > 0);
  return card("outbox", rows.map(([fate, count]) => [known(`fate-${fate}`) ?? fate, count, shade(fate)]));
}

function due({ due: told = {} }) {
  return card("due", [[t("due-open"), told.open], [t("due-next"), told.next ? moment(told.next) : "–"]]);
}

function audit({ audit: told = {} }) {
  return card("audit", [[t("audit-sealed"), told.sealed], [t("audit-tail"), told.tail]]);
}

function shade(fate) {
  if (BAD.includes(fate)) return "bad";
  return PENDING.includes(fate) ? "pending" : fate === "sent" ? "good" : "";
}

function section(name, rows, build, empty) {
  return el("details", { class: "section", open: true }, el("summary", {}, t(name), el("small", {}, String(rows.length))),
    el("p", { class: "fine" }, t(`${name}-why`)),
    rows.length > 0 ? build(rows) : el("p", { class: "nothing" }, t(empty)));
}

function moment(at) {
  return `${shortDay(at)} ${clockTime(at)}`;
}

function outboxTable(rows) {
  const heads = ["col-at", "col-to", "col-key", "col-fate"].map((word) => el("th", { scope: "col" }, t(word)));
  return el("div", { class: "rows", tabindex: 0, role: "region", "aria-label": t("outbox-rows") }, el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows.map(outboxRow))));
}

function outboxRow(row) {
  const fate = known(`fate-${row.status}`) ?? row.status;
  const tries = row.tries > 1 ? ` ×${row.tries}` : "";
  return el("tr", { class: row.error ? "failed" : "" },
    el("td", {}, el("time", {}, row.at ? clockTime(row.at) : ""), row.at && dayKey(row.at) !== dayKey(store.now) && el("small", {}, shortDay(row.at))),
    el("td", {}, row.chat ? store.nameOf(row.chat) : "Telegram", Boolean(row.reader) && row.reader !== row.chat && el("small", {}, reader(row.reader))),
    el("td", {}, named(row.key), el("code", {}, row.key || "–"), el("small", {}, [known(`kind-${row.kind}`) ?? row.kind, t("priority", { level: row.priority ?? "–" })].join(" · "))),
    el("td", {}, el("span", { class: `fate ${shade(row.status)}` }, fate + tries), row.error && el("small", { class: "why" }, row.error)));
}

/** What the words of a row are about, where that says more than their key. */
function named(key) {
  const words = known(`row-${key}`);
  return words && words !== key && el("b", {}, words);
}

function reader(told) {
  return typeof told === "number" ? store.nameOf(told) : told;
}

function deadLetters(rows) {
  return el("ul", { class: "dead" }, rows.map((row) => el("li", {}, el("b", {}, `#${row.update_id}`), el("code", {}, row.error))));
}
