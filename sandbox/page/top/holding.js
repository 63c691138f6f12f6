// Why the bot is busy for so long: a group of which Telegram takes no more in this minute.
import { get } from "../api.js";
import { toast } from "../notices.js";
import { store } from "../store.js";
import { t } from "../words.js";

const PATIENCE = 3000;
let busySince = null;
let worst = null;

/** Look at the limits while the bot has been busy for a while; call it every second. */
export async function watchPace(changed) {
  const before = worst;
  worst = await longest();
  if (worst && !before) toast(heldBy("busy-pace-why"));
  if (worst || before) changed();
}

async function longest() {
  if (store.world.idle || !store.full) {
    busySince = null;
    return null;
  }
  busySince ??= performance.now();
  if (performance.now() - busySince < PATIENCE) return null;
  const told = await get("/limits").catch(() => null);
  if (!told?.on || store.world.idle) return null;
  return told.full.sort((one, other) => other.seconds - one.seconds)[0] ?? null;
}

/** The words for it, or null where no group is full. */
export function heldBy(word) {
  return worst && t(word, { ...worst, chat: store.nameOf(worst.chat) });
}
