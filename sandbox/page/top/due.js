// To the next thing due, and on to the next one, until something comes of it that people can see.
import { toast } from "../notices.js";
import { callsAfter, mark, visible } from "../records.js";
import { store } from "../store.js";
import { clockTime, day } from "../times.js";
import { t } from "../words.js";

const MOST = 20;

/** Move the clock to what is due next; where nobody was told of anything, further, MOST times at most. */
export function nextDue() {
  return store.keepMoving(onwards);
}

async function onwards() {
  for (let passed = 0; passed < MOST; passed += 1) {
    const before = await mark();
    if (!(await moved())) return toast(words(passed > 0 ? "due-none-left" : "nothing-due", { passed }));
    const seen = visible(await callsAfter(before));
    if (seen.said + seen.changed > 0) return toast(came(seen, passed));
    // a bot that does not come to rest would not be heard: the clock stays where it is
    if (!store.world.idle) return toast(words("due-busy"));
  }
  return toast(words("due-silent", { count: MOST }));
}

async function moved() {
  try {
    await store.advance({ to: "next" });
    return true;
  } catch (error) {
    // the only thing this request can be refused for
    if (error.status === 400) return false;
    throw error;
  }
}

function came({ said, changed, whom }, passed) {
  const parts = [said > 0 && t("due-said", { count: said }), changed > 0 && t("due-changed", { count: changed })].filter(Boolean);
  const brought = words("due-came", { what: parts.join(t("due-and")), whom: whom.join(t("due-and")) });
  return passed > 0 ? `${brought}\n${t("due-passed", { passed })}` : brought;
}

function words(key, blanks = {}) {
  return t(key, { when: `${day(store.now)} ${clockTime(store.now)}`, ...blanks });
}
