// The commands the bot offers this person here: what Telegram shows behind “/”.
import { get } from "../api.js";
import { button, el, signButton, walk } from "../dom.js";
import { choose, dropdown } from "../notices.js";
import { t } from "../words.js";

export function commandMenu(half, act) {
  const panel = el("div", { class: "panel commands" });
  const opener = signButton("commands", "slash", t("commands"));
  opener.addEventListener("click", () => fill(panel, half, act));
  walk(panel, "button");
  return dropdown(opener, panel, "commands-box");
}

// asked anew each time: a bot changes its menus while people look
async function fill(panel, half, act) {
  const { commands } = await get(`/people/${half.person}/chats/${half.chat}/commands`).catch(() => ({ commands: [] }));
  const rows = commands.map(({ command, description }) => button(`command ${command}`, { class: "item", onclick: (event) => choose(event.currentTarget, () => act.command(`/${command}`)) },
    el("b", {}, `/${command}`), el("span", {}, description)));
  panel.replaceChildren(...(rows.length > 0 ? rows : [el("p", { class: "nothing" }, t("commands-none"))]));
  rows[0]?.focus();
}
