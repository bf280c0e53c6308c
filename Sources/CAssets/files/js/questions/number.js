import { freshID, h } from "../dom.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { Row } from "./row.js";

/** A number, with a comma or a point. */
class NumberRow extends Row {
  constructor(question) {
    super({ path: `/${question.name}`, name: titleOf(question), required: question.required ?? false });
    this.question = question;
    this.id = freshID("number");
    const range = freshID("range");
    this.field = h("input", {
      type: "text", class: "figure", id: this.id, inputmode: question.integer ? "numeric" : "decimal", autocomplete: "off",
      "aria-describedby": range, "aria-required": question.required ? "true" : null,
      on: { input: () => this.changed({ typed: true }), change: () => this.leave() },
    });
    this.element = h("div", { class: "row", tabindex: "-1", role: "group", "aria-label": this.name }, this.field, h("p", { class: "meter", id: range }, this.bounds()), this.wrong);
  }

  get answered() { return this.field.value.trim() !== ""; }
  get isText() { return true; }
  get control() { return this.field; }
  get value() { return this.answered ? this.number ?? this.field.value : undefined; }

  get number() {
    const spelled = this.field.value.trim().replace("−", "-").replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(spelled) ? Number(spelled) : null;
  }

  bounds() {
    const { min, max } = this.question;
    if (min !== undefined && max !== undefined) return say("number.between", { min, max });
    if (min !== undefined) return say("number.min", { min });
    return max !== undefined ? say("number.max", { max }) : "";
  }

  problem() {
    if (!this.answered) return null;
    const { min = -Infinity, max = Infinity, integer } = this.question;
    if (this.number === null) return say("wrong.number");
    if (integer && !Number.isInteger(this.number)) return say("wrong.integer");
    if (this.number < min) return say("wrong.below", { n: min });
    return this.number > max ? say("wrong.above", { n: max }) : null;
  }

  /** A digit on the active row opens the field and types itself. */
  digit(key) {
    this.field.focus();
    this.field.value = key;
    this.changed({ typed: true });
  }

  write() { this.field.focus(); }

  leave() {
    const line = this.problem();
    if (line) this.complain(line);
  }

  put(value) { this.field.value = value === undefined ? "" : String(value); }
}

export class NumberQuestion {
  constructor(question) {
    this.row = new NumberRow(question);
    this.rows = [this.row];
    this.element = h("section", { class: "question" }, head(question, { tag: "label", key: "E", for: this.row.id }), this.row.element);
  }

  value() { return this.row.value; }
  restore(value) { this.row.put(value); }
}
