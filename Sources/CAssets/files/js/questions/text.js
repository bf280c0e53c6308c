import { freshID, h } from "../dom.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { Row } from "./row.js";
import { OriginCounter, scalars } from "./text-count.js";

/** A text of so many characters. */
class TextRow extends Row {
  constructor(question, counts) {
    super({ path: `/${question.name}`, name: titleOf(question), required: question.required ?? false });
    this.question = question;
    this.id = freshID("text");
    const meter = freshID("meter");
    this.field = h("textarea", {
      class: "write", id: this.id, rows: "3", dir: "auto", autocomplete: "off", spellcheck: "false",
      "aria-describedby": meter, "aria-required": question.required ? "true" : null,
      on: { input: () => this.typed(), change: () => this.leave() },
    });
    new OriginCounter(this.field, counts);
    this.meter = h("p", { class: "meter", id: meter });
    this.element = h("div", { class: "row", tabindex: "-1", role: "group", "aria-label": this.name }, this.field, this.meter, this.wrong);
    this.count();
  }

  get answered() { return this.field.value !== ""; }
  get isText() { return true; }
  get control() { return this.field; }
  get value() { return this.answered ? this.field.value : undefined; }

  problem() {
    const n = scalars(this.field.value);
    const { minLength: min = 0, maxLength: max = Infinity } = this.question;
    if (this.answered && n < min) return say("wrong.short", { n: min - n });
    if (n > max) return say("wrong.long", { n: n - max });
    return null;
  }

  write() { this.field.focus(); }

  typed() {
    this.count();
    this.changed({ typed: true });
  }

  leave() {
    const line = this.problem();
    if (line) this.complain(line);
  }

  put(value) {
    this.field.value = value ?? "";
    this.count();
  }

  count() {
    const n = scalars(this.field.value);
    const { minLength: min, maxLength: max } = this.question;
    const key = min && max ? "text.between" : min ? "text.at-least" : max ? "text.at-most" : "text.count";
    const enough = this.answered && !this.problem();
    this.meter.replaceChildren(h(
      "span", { class: this.problem() ? "short" : null }, say(key, { n, min, max }), enough && min ? [" ", h("span", { class: "enough" }, "✓")] : null));
  }
}

export class TextQuestion {
  constructor(question) {
    this.origin = { typed: 0, pasted: 0 };
    this.row = new TextRow(question, this.origin);
    this.rows = [this.row];
    this.element = h("section", { class: "question" }, head(question, { tag: "label", key: "E", for: this.row.id }), this.row.element);
  }

  value() { return this.row.value; }
  restore(value) { this.row.put(value); }
}
