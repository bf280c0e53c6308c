import { freshID, h } from "../dom.js";
import { say } from "../say.js";

/** A frame around something that isn't ours: the ochre edge, a heading, where it comes from. */
export function specimen({ title, kind, letter = null, meta = null, tool = null, prompt = false }, ...content) {
  const id = freshID("specimen");
  const heading = h("h2", { id }, letter && h("span", { class: "letter", "aria-hidden": "true" }, letter), h("bdi", {}, title));
  return h(
    "section", { class: prompt ? "specimen prompt" : "specimen", "aria-labelledby": id },
    h("header", {}, heading, h("span", { class: "kind" }, say(kind)), h("span", { class: "gap" }), meta && h("span", { class: "digits" }, meta), tool),
    h("div", { class: "content", tabindex: "0", role: "group", "aria-label": say("material.region", { name: title }) }, content));
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** How many words an element shows, in words. */
export function wordCount(element) {
  let n = 0;
  for (const part of words.segment(element.textContent)) if (part.isWordLike) n += 1;
  return say("material.word-count", { n });
}
