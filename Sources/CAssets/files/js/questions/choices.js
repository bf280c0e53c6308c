import { h } from "../dom.js";
import { drawOption } from "./choice.js";
import { head, optionOf, titleOf } from "./head.js";
import { keysOf } from "./radio-row.js";
import { Row } from "./row.js";

/** Any number of options out of a list. A digit takes one or takes it back, and stays. */
class ChecksRow extends Row {
  constructor({ options, legend, ...row }) {
    super(row);
    this.options = options;
    this.keyNames = keysOf(options);
    this.inputs = options.map((option, index) => h("input", {
      type: "checkbox", "aria-label": option.label, "aria-keyshortcuts": this.keyNames[index],
      on: { click: () => this.noteBefore(index), change: () => this.changed({}) },
    }));
    const picks = options.map((option, index) => h("label", { class: "pick" }, this.inputs[index], drawOption(option, this.keyNames[index])));
    this.element = h(
      "fieldset", { class: "row", tabindex: "-1" }, h("legend", { class: "sr" }, legend),
      h("div", { class: options.length > 9 ? "options many" : "options" }, picks), this.wrong);
  }

  get answered() { return this.inputs.some((input) => input.checked); }
  get value() { return this.options.filter((_, index) => this.inputs[index].checked).map((option) => option.value); }
  get keys() {
    const caps = this.keyNames.filter((key) => key !== null);
    return caps.length > 0 ? [caps[0], caps.at(-1)] : null;
  }
  get toggles() { return true; }

  focus() { this.inputs[0].focus({ preventScroll: true }); }

  digit(key) {
    const index = this.keyNames.indexOf(key);
    if (index < 0) return false;
    this.inputs[index].focus({ preventScroll: true });
    this.inputs[index].click();
  }

  clear() {
    if (!this.answered) return false;
    this.noting();
    this.put([]);
    this.changed({});
  }

  put(values) {
    this.inputs.forEach((input, index) => { input.checked = values.includes(this.options[index].value); });
  }

  /** A click has changed the box already when it is heard: undo must see it as it was. */
  noteBefore(index) {
    const input = this.inputs[index];
    input.checked = !input.checked;
    this.noting();
    input.checked = !input.checked;
  }
}

export class ChoicesQuestion {
  constructor(question) {
    this.row = new ChecksRow({
      path: `/${question.name}`, name: titleOf(question), required: question.required ?? false,
      options: question.options.map(optionOf), legend: titleOf(question),
    });
    this.rows = [this.row];
    this.element = h("section", { class: "question" }, head(question), this.row.element);
  }

  value() { return this.row.answered ? this.row.value : undefined; }
  restore(value) { this.row.put(value ?? []); }
}
