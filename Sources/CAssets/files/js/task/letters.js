import { h } from "../dom.js";
import { icon } from "../icons.js";
import { day, say } from "../say.js";

/** What the lab replied about this task: framed as theirs, never as ours. */
export function repliesStrip(letters) {
  if (letters.length === 0) return null;
  return h("section", { class: "replies", "aria-label": say("letters.title") }, letters.map(({ question, text, at }) => h(
    "div", { class: "reply" }, question && h("p", { class: "fine", dir: "auto" }, say("letters.asked", { text: question })),
    h("p", { class: "said-by-lab", dir: "auto" }, text), h("p", { class: "fine" }, icon("pencil"), say("letters.from-lab", { date: day(at) })))));
}
