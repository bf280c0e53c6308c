import { button, cap, freshID, h } from "../dom.js";
import { text } from "../content/text.js";
import { say } from "../say.js";
import { Row } from "./row.js";
import { OriginCounter } from "./text-count.js";

/** One part of the text with its label, and a comment if there is one. */
export class SpanRow extends Row {
  constructor(spans, { from, to, label, comment = "" }) {
    super({ path: `/${spans.question.name}/${from}-${to}`, name: say("spans.span", { quote: spans.text.source.slice(from, to).slice(0, 60) }), required: false });
    Object.assign(this, { spans, from, to });
    this.choice = h("select", { "aria-label": say("spans.label-of"), on: { change: () => this.relabel(this.choice.value) } }, spans.question.labels.map((each) => h("option", { value: each }, each)));
    this.choice.value = label;
    const id = freshID("comment");
    this.comment = h("textarea", { id, rows: "1", dir: "auto", autocomplete: "off", spellcheck: "false", on: { input: () => this.changed({ typed: true }) } });
    this.comment.value = comment;
    new OriginCounter(this.comment, spans.origin);
    this.more = h("div", { class: "comment", hidden: comment === "" }, h("label", { for: id }, say("calls.comment"), cap("C")), this.comment);
    this.element = h(
      "li", { class: "row span", tabindex: "-1" }, h("div", { class: "cell" }, h("bdi", {}, text(spans.text.source.slice(from, to).slice(0, 240)))),
      h("div", { class: "line" }, this.choice, h("span", { class: "gap" }), button(say("spans.remove"), { kind: "quiet small", press: () => this.clear() })), this.more, this.wrong);
  }

  get answered() { return true; }
  get label() { return this.choice.value; }
  get style() { return this.spans.question.labels.indexOf(this.label); }
  get keys() { return this.spans.labelKeys; }
  get commands() { return [{ keys: ["c"], hint: "key.comment-short", run: () => this.remark() }, ...this.spans.commands]; }

  focus() { this.choice.focus({ preventScroll: true }); }
  marked() {
    this.spans.text.owner = this.spans.row;
    this.spans.point(this);
  }

  unmarked() { this.spans.point(null); }
  clear() { this.spans.remove(this); }

  digit(key) {
    const label = this.spans.labelFor(key);
    if (label === undefined) return false;
    this.relabel(label);
  }

  relabel(label) {
    this.noting();
    this.choice.value = label;
    this.spans.paint();
    this.changed({});
  }

  remark() {
    this.more.hidden = false;
    this.comment.focus();
  }

  get entry() {
    const { text: source } = this.spans;
    const entry = { start: source.scalarsTo(this.from), end: source.scalarsTo(this.to), label: this.label };
    if (this.comment.value !== "") entry.comment = this.comment.value;
    return entry;
  }
}
