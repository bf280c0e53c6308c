import { h } from "../dom.js";
import { say } from "../say.js";
import { text } from "./text.js";

/** What is longer is folded, or shown in part; the rest isn't on the page until asked for. */
const lines = { open: 8, shown: 40 };
const longest = 4_000;
const first = 12;

const lineCount = (string) => string.split("\n").length;

/** Exact text on specimen ground; of a long one the beginning, and a button for all of it. */
export function exact(string) {
  const block = h("pre", { class: "cell", dir: "ltr" });
  if (lineCount(string) <= lines.shown && string.length <= longest) {
    block.append(text(string));
    return [block];
  }
  block.append(text(string.split("\n").slice(0, first).join("\n").slice(0, longest / 2)));
  const all = h("button", { type: "button", class: "button quiet small all", on: { click: () => { block.replaceChildren(text(string)); all.remove(); } } }, say("timeline.all", { size: size(string) }));
  return [block, all];
}

/** A fold with its name, its size and its first line in sight. Made when it is first opened. */
export function fold(name, string, { open = lineCount(string) <= lines.open } = {}) {
  const summary = h(
    "summary", {}, h("b", {}, name), h("span", { class: "digits" }, size(string)),
    h("span", { class: "first" }, h("bdi", { dir: "ltr" }, text(string.trim().split("\n")[0].slice(0, 160)))));
  const details = h("details", { class: "fold", open }, summary);
  const fill = () => { if (details.open && details.children.length === 1) details.append(...exact(string)); };
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

/** How much text it is, as a person would say it. */
function size(string) {
  const n = new TextEncoder().encode(string).length;
  return n < 1_000 ? say("timeline.bytes", { n }) : say("timeline.kilobytes", { n: Math.round(n / 100) / 10 });
}
