import { h } from "../dom.js";
import { say } from "../say.js";
import { inChunks } from "./chunks.js";
import { Piece } from "./piece.js";
import { text } from "./text.js";

/** What is longer is folded, or shown in part; the rest isn't on the page until asked for. */
const lines = { open: 8, shown: 40 };
const longest = 4_000;
const first = 12;

const lineCount = (string) => string.split("\n").length;

/** Exact text on specimen ground; of a long one the beginning, and a button for all of it. */
export function exact(string, { opens = null, empty = false } = {}) {
  const block = h("pre", { class: "cell", dir: "ltr" });
  const isLong = lineCount(string) > lines.shown || string.length > longest;
  const beginning = isLong ? string.split("\n").slice(0, first).join("\n").slice(0, longest / 2) : string;
  const all = isLong ? h("button", { type: "button", class: "button quiet small all", on: { click: () => made.open() } }, say("timeline.all", { size: size(string) })) : null;
  const made = new Piece(block, string, (shown) => inChunks(shown, text), {
    part: empty ? "" : isLong ? beginning : null,
    opens: () => { opens?.(); all?.remove(); },
  });
  const begin = () => {
    if (made.part !== "") return;
    made.part = isLong ? beginning : null;
    made.show();
  };
  if (!empty) made.show();
  return { nodes: [block, all], begin };
}

/** A fold with its name, its size and its first line in sight. Filled when it is first opened. */
export function fold(name, string, { open = lineCount(string) <= lines.open } = {}) {
  const summary = h(
    "summary", {}, h("b", {}, name), h("span", { class: "digits" }, size(string)),
    h("span", { class: "first" }, h("bdi", { dir: "ltr" }, text(string.trim().split("\n")[0].slice(0, 160)))));
  const details = h("details", { class: "fold", open }, summary);
  const { nodes, begin } = exact(string, { opens: () => { details.open = true; }, empty: !open });
  details.append(...nodes.filter(Boolean));
  details.addEventListener("toggle", () => { if (details.open) begin(); });
  return details;
}

/** How much text it is, as a person would say it. */
function size(string) {
  const n = new TextEncoder().encode(string).length;
  return n < 1_000 ? say("timeline.bytes", { n }) : say("timeline.kilobytes", { n: Math.round(n / 100) / 10 });
}
