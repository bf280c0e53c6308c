import { announce, cap, h } from "../dom.js";
import { fieldTitle } from "../content/field.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { MarkedText } from "./marked-text.js";
import { Row } from "./row.js";
import { SpanRow } from "./span-row.js";

/** The text itself as a row: a digit labels what is chosen in it. */
class TextRow extends Row {
  constructor(spans, title) {
    super({ path: `/${spans.question.name}`, name: titleOf(spans.question), required: spans.question.required ?? false });
    this.spans = spans;
    const legend = spans.question.labels.map((label, index) => h(
      "button", { type: "button", class: `button small mark-${index % 5}`, on: { mousedown: (event) => event.preventDefault(), click: () => spans.mark(label) } },
      h("span", { dir: "auto" }, label), index < 10 ? cap(String((index + 1) % 10)) : null));
    this.isNamed = !spans.isFirst;
    const labels = h("div", { class: "tools judge", role: "group", "aria-label": say("spans.labels") }, this.isNamed ? this.caption() : null, legend);
    this.labels = labels;
    // The text stands once, whatever the number of questions about it: above it a line of labels for each.
    this.element = spans.isFirst ? h(
      "section", { class: "row review spans", tabindex: "-1", "aria-label": title },
      h("div", { class: "tools" }, h("h2", {}, h("bdi", {}, title)), h("span", { class: "kind" }, say("material.from-task"))),
      labels, h("div", { class: "cell text" }, spans.text.element), this.wrong)
      : h("div", { class: "row more-labels", tabindex: "-1", role: "group", "aria-label": this.name }, labels, this.wrong);
  }

  caption() { return h("b", {}, h("bdi", {}, this.name)); }

  /** Another question shares the text: now its labels need a name. */
  share() {
    if (!this.isNamed) this.labels.prepend(this.caption());
    this.isNamed = true;
  }

  get answered() { return this.spans.spans.length > 0; }
  get keys() { return this.spans.labelKeys; }
  get control() { return this.spans.text.element; }
  get commands() { return this.spans.commands; }

  digit(key) {
    const label = this.spans.labelFor(key);
    return label === undefined ? false : this.spans.mark(label);
  }

  /** The text belongs to whichever of its questions was active last. */
  holds(target) {
    const { text } = this.spans;
    if (text.element.contains(target)) return text.owner === this;
    return this.element.contains(target) && (target.closest(".more-labels") ?? this.element) === this.element;
  }

  marked() { this.spans.text.owner = this; }
  write() { this.spans.text.element.focus(); }
}

/** Labelling parts of a text: chosen by the system's own cursor or by pointer, labelled by digits. */
export class SpansQuestion {
  constructor(question, { field, texts }) {
    const shown = field(question.of);
    Object.assign(this, { question, about: question.of, origin: { typed: 0, pasted: 0 }, spans: [], adopt: () => {} });
    const title = shown ? fieldTitle(shown) : "";
    const first = texts.get(question.of);
    this.isFirst = first === undefined;
    this.text = first?.text ?? new MarkedText(shown?.source ?? shown?.content ?? "", title);
    this.row = new TextRow(this, title);
    if (this.isFirst) {
      texts.set(question.of, { text: this.text, row: this.row });
      this.text.owner = this.row;
    } else {
      first.row.share();
      first.row.element.querySelector(".cell").before(this.row.element);
    }
    this.material = shown && this.isFirst ? this.row.element : null;
    this.list = h("ol", { class: "span-list" });
    this.none = h("p", { class: "fine" }, say("spans.none"));
    this.element = h("section", { class: "question" }, head(question), this.none, this.list);
    this.show();
  }

  get rows() { return [this.row, ...this.spans]; }
  get labelKeys() { return ["1", String(Math.min(9, this.question.labels.length))]; }
  labelFor(key) { return this.question.labels[(Number(key) + 9) % 10]; }

  get rowKeys() {
    const group = "key.group-spans";
    return [{ keys: ["m"], label: "key.mark", group }, { keys: ["c"], label: "key.comment-span", group }, { shown: ["1", "…", "0"], label: "key.label", group }];
  }

  get commands() { return [{ keys: ["m"], hint: "key.mark-short", run: () => this.row.write() }]; }

  /** Labels what is chosen in the text. */
  mark(label) {
    const target = this.text.target();
    if (target === null) return this.refuse("spans.choose-first");
    if (this.spans.some((each) => each.from === target.from && each.to === target.to && each.label === label)) return undefined;
    const crosses = this.spans.some((each) => each.from < target.to && target.from < each.to);
    if (crosses && !this.question.overlap) return this.refuse("spans.overlap");
    this.row.noting();
    this.row.settle();
    this.spans.push(this.make({ ...target, label }));
    this.show();
    announce(say("spans.added", { label }));
    this.row.changed({});
  }

  refuse(key) {
    this.row.complain(say(key));
    announce(say(key));
  }

  make(span) {
    const row = new SpanRow(this, span);
    this.adopt(row);
    return row;
  }

  remove(row) {
    row.noting();
    const index = this.spans.indexOf(row);
    this.spans.splice(index, 1);
    this.show();
    const next = this.spans[Math.min(index, this.spans.length - 1)] ?? this.row;
    next.focus();
    next.changed({});
  }

  /** The span that keys act on. */
  point(row) {
    this.here = row;
    this.paint();
    if (row) this.text.reveal(row);
  }

  show() {
    this.spans.sort((a, b) => a.from - b.from || a.to - b.to);
    this.list.replaceChildren(...this.spans.map((row) => row.element));
    this.none.hidden = this.spans.length > 0;
    this.paint();
  }

  paint() { this.text.paint(this, this.spans, this.here); }

  value() { return this.spans.length > 0 ? this.spans.map((row) => row.entry) : undefined; }

  restore(value = []) {
    this.spans = value.map(({ start, end, label, comment }) => this.make({ from: this.text.placeOf(start), to: this.text.placeOf(end), label, comment }));
    this.show();
  }
}
