import { button, cap, h } from "../dom.js";
import { say } from "../say.js";

/** What a question is called: its label, else its name as words. */
export function titleOf({ label, name }) {
  const words = label ?? name.replaceAll("_", " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** Title, whether an answer is needed, help. `tag` is what the title is: a heading, a label. */
export function head(question, { tag = "h2", key = null, ...attributes } = {}) {
  const need = say(question.required ? "need.required" : "need.optional");
  return [
    h("div", { class: "head" },
      h(tag, { class: "title", dir: "auto", ...attributes }, titleOf(question)),
      question.why ? whyLink(question.why, titleOf(question)) : null,
      h("span", { class: "changed", hidden: true }, say("revise.changed")),
      h("span", { class: "need" }, need, key ? [" ", cap(key)] : null)),
    question.help ? h("p", { class: "help", dir: "auto" }, question.help) : null,
  ];
}

/** Leads to what the guidelines say about it. */
export function whyLink(press, name, key = "Shift+G") {
  return button(say("guidelines.why"), { kind: "asks", key, press, "aria-label": say("guidelines.why-of", { name }) });
}

/** An option in one form: options may be given as plain strings. */
export const optionOf = (option) => (typeof option === "string" ? { value: option, label: option } : { ...option, label: option.label ?? option.value });
