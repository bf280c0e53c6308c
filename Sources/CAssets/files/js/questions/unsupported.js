import { h } from "../dom.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { Row } from "./row.js";

/** A question of a type that these pages can't take an answer to yet: said, not hidden. */
class UnsupportedRow extends Row {
  constructor(question) {
    super({ path: `/${question.name}`, name: titleOf(question), required: question.required ?? false });
    const words = say(question.required ? "unsupported.line" : "unsupported.optional", { type: question.type });
    this.element = h("div", { class: "row", tabindex: "-1" }, h("p", { class: "unsupported" }, words), this.wrong);
  }

  /** Required and not answerable: the task can't be submitted, and why is said. */
  problem() { return this.required ? say("wrong.unsupported") : null; }
}

export class UnsupportedQuestion {
  constructor(question) {
    this.unsupported = true;
    this.kept = undefined;
    this.rows = [new UnsupportedRow(question)];
    this.element = h("section", { class: "question" }, head(question), this.rows[0].element);
  }

  /** An answer that a script or another version gave stays as it is. */
  value() { return this.kept; }
  restore(value) { this.kept = value; }
}
