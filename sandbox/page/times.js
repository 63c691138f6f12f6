import { language } from "./words.js";

// The interface gives moments without a zone; every community of Linli lives by China's one civil time.
const ZONE = "Asia/Shanghai";

const formats = new Map();

function format(moment, name, options) {
  const key = `${language()} ${name}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language(), { timeZone: ZONE, ...options }));
  return formats.get(key).format(new Date(moment));
}

export function clockTime(moment) {
  return format(moment, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function exactTime(moment) {
  return format(moment, "exact", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

export function day(moment) {
  return format(moment, "day", { month: "long", day: "numeric", weekday: "short" });
}

export function shortDay(moment) {
  return format(moment, "short", { month: "numeric", day: "numeric" });
}

export function dayKey(moment) {
  return format(moment, "key", { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** The time today, else the date: what a list of chats shows. */
export function previewTime(moment, now) {
  return dayKey(moment) === dayKey(now) ? clockTime(moment) : shortDay(moment);
}

/** Seconds as minutes and seconds: 0:06. */
export function seconds(count) {
  const whole = Math.round(count);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Bytes as people read them: 12 KB, 1.4 MB. */
export function bytes(count) {
  if (count < 1024) return `${count} B`;
  return count < 1024 * 1024 ? `${Math.round(count / 1024)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`;
}
