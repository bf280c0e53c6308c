// Formulas as MathML, by KaTeX. It is asked for only where a task has a formula.
import { h } from "../dom.js";
import { text } from "./text.js";

const settings = {
  output: "mathml", throwOnError: true, strict: false, trust: false, maxSize: 20, maxExpand: 500,
};
/** Longer ones stay as they are written. */
const longest = 4_000;
/** So long may one turn set formulas before the page gets its own again. */
const turn = 12;

/** What would write to the console. */
const refused = /\\(?:message|errmessage|show)(?![a-zA-Z])/;
const delimiters = [["$$", "$$", true], ["\\[", "\\]", true], ["\\(", "\\)", false], ["$", "$", false]];

let waiting = [];
let katex = null;

/** A formula as it is written, until it is set; what can't be set stays so. Two prices are text. */
export function formula(source) {
  if (source.startsWith("$") && !source.startsWith("$$") && isProse(source.slice(1, -1))) return text(source);
  const element = h("span", { class: "formula", dir: "ltr" }, text(source));
  const inner = innerOf(source);
  if (inner !== null) {
    if (waiting.length === 0) queueMicrotask(setAll);
    waiting.push({ element, ...inner });
  }
  return element;
}

function innerOf(source) {
  if (source.length > longest || refused.test(source)) return null;
  const [open, close, displayMode] = delimiters.find(([open, close]) => source.startsWith(open) && source.endsWith(close)) ?? [];
  if (open === undefined || source.length <= open.length + close.length) return null;
  return { tex: source.slice(open.length, -close.length), displayMode };
}

/** Two dollar signs may be two prices. Setting would take the spaces out of what stands between. */
const isProse = (tex) => !/[\\^_{}=<>]/.test(tex) && /\p{L}{2,}\s+\S*\p{L}{2,}/u.test(tex);

async function setAll() {
  if (katex === null) {
    const module = await import("/js/katex.mjs").catch(() => null);
    katex = module?.default ?? false;
  }
  if (katex === false) waiting = [];
  const end = performance.now() + turn;
  while (waiting.length > 0 && performance.now() < end) set(waiting.shift());
  if (waiting.length > 0) setTimeout(setAll);
}

function set({ element, tex, displayMode }) {
  const made = document.createElement("span");
  try {
    katex.render(tex, made, { ...settings, displayMode, macros: {} });
  } catch {
    return;
  }
  const math = made.querySelector("math");
  if (!math) return;
  element.classList.add(displayMode ? "display" : "inline", "set");
  element.replaceChildren(math);
}
