// Words with their slots filled: as a string for attributes and titles, as nodes for the page.
import { words } from "./words.js";
import { custodianWords } from "./words-custodian.js";
import { ownWords } from "./words-own.js";

const plural = new Intl.PluralRules("en");

function pattern(key, slots) {
  const entry = words[key] ?? ownWords[key] ?? custodianWords[key];
  if (entry === undefined) throw new Error(`no words for ${key}`);
  return typeof entry === "string" ? entry : entry[plural.select(slots.n)] ?? entry.other;
}

const written = (value) => (typeof value === "number" ? value.toLocaleString("en") : String(value));

/** The words of `key`, slots filled. */
export function say(key, slots = {}) {
  return pattern(key, slots).replace(/\{(\w+)\}/g, (_, name) => written(slots[name]));
}

/** The same as nodes: each slot is isolated, so that a name in another script stays in its place. */
export function sentence(key, slots = {}) {
  const nodes = document.createDocumentFragment();
  for (const [index, part] of pattern(key, slots).split(/\{(\w+)\}/).entries()) {
    if (index % 2 === 0) nodes.append(part);
    else nodes.append(isolated(slots[part]));
  }
  return nodes;
}

function isolated(value) {
  if (value instanceof Node) return value;
  const element = document.createElement("bdi");
  element.textContent = written(value);
  return element;
}

/** 14:02, or 14:02:11 with seconds, of milliseconds since 1970. */
export function clockTime(ms, seconds = false) {
  const parts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (seconds) parts.second = "2-digit";
  return new Date(ms).toLocaleTimeString("en-GB", parts);
}

/** 9 March. */
export function day(ms) {
  return new Date(ms).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}

/** Monday, 9 March. */
export function weekday(ms) {
  return new Date(ms).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
}

/** 2 h 40 min, or 12 min; seconds are not said. */
export function duration(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return say("time.moment");
  return minutes < 60 ? say("time.minutes", { n: minutes }) : say("time.hours", { hours: Math.floor(minutes / 60), n: minutes % 60 });
}
