import { cap, h } from "../dom.js";
import { head, optionOf, titleOf } from "./head.js";
import { RadioRow } from "./radio-row.js";

/** One option out of a list. */
export class ChoiceQuestion {
  constructor(question) {
    const options = question.options.map(optionOf);
    this.row = new RadioRow({ path: `/${question.name}`, name: titleOf(question), required: question.required ?? false, options, draw: drawOption });
    const list = h("div", { class: options.length > 9 ? "options many" : "options" }, this.row.picks);
    this.row.frame(h("legend", { class: "sr" }, titleOf(question)), list);
    this.rows = [this.row];
    this.element = h("section", { class: "question" }, head(question), this.row.element);
  }

  value() { return this.row.value; }
  restore(value) { this.row.putValue(value); }
}

/** A key cap, the words, the help below them. */
export function drawOption(option, key) {
  return [key && cap(key), h("span", { dir: "auto" }, option.label, option.help ? h("small", {}, option.help) : null)];
}
