// The right side: the questions in their order, the row that keys act on, what is missing.
import { h } from "../dom.js";
import { say } from "../say.js";
import { applicable } from "../questions/conditions.js";
import { questionOf } from "../questions/kinds.js";
import { canonical, showBefore } from "./revision.js";
import { sectionAbout } from "./sections.js";

export class Panel {
  /**
   * `heard` is told of each change: {typed} while writing, {moves} after a key that chose.
   * `project` is where the images of its fields lie, `explain` opens the guidelines at a section.
   */
  constructor(view, project, { heard, explain }) {
    this.schema = view.questions;
    this.fields = new Set(view.fields.map((field) => field.name));
    Object.assign(this, { heard, explain, sections: view.sections ?? new Set() });
    this.past = [];
    this.future = [];
    const field = (name) => view.fields.find((each) => each.name === name);
    /** Set by the page: brings an output into view. */
    this.reveal = () => {};
    const reveal = (index) => this.reveal(index);
    const context = { field, project, reveal, texts: new Map(), outputs: (name) => (field(name)?.content ?? []).map((output) => output.key) };
    this.questions = new Map(view.questions.map((question) => [question.name, this.make(question, context)]));
    this.element = h("div", { class: "body", tabindex: "-1" }, [...this.questions.values()].map((question) => question.element));
    this.listen(this.element);
    this.refresh();
  }

  /** Follows the person into a part of the page that holds rows. */
  listen(element) {
    element.addEventListener("focusin", (event) => this.follow(event.target));
    element.addEventListener("click", (event) => this.follow(event.target));
  }

  /** What questions make of a field, to be shown in its place among the material. */
  materialOf(name) {
    return [...this.questions.values()].filter((question) => question.about === name && question.material).map((question) => question.material);
  }

  /** The keys that only rows of some questions know, each once. */
  get rowKeys() {
    const keys = [...this.questions.values()].flatMap((question) => question.rowKeys ?? []);
    return keys.filter((each, index) => keys.findIndex((other) => other.label === each.label) === index);
  }

  make(question, context) {
    const asked = this.explained(question);
    const criteria = question.criteria?.map((each) => this.explained(each));
    const made = questionOf({ ...asked, ...(criteria ? { criteria } : {}) }, context);
    made.why = asked.why;
    made.adopt = (row) => this.wire(row, made);
    made.rows.forEach((row) => made.adopt(row));
    return made;
  }

  /** The question, or the criterion, with a way to the section about it where there is one. */
  explained(item) {
    const section = sectionAbout(item, this.sections);
    return section === null ? item : { ...item, why: () => this.explain(section) };
  }

  wire(row, question) {
    row.why ??= question.why;
    row.noting = () => this.note(question, row);
    row.changed = (how) => {
      row.settle();
      this.refresh();
      this.heard(how);
    };
  }

  /** Whether writing takes more room than choosing. */
  get wide() { return [...this.questions.values()].some((question) => question.wide); }

  get rows() {
    return [...this.questions].filter(([name]) => this.applying.has(name))
      .flatMap(([, question]) => question.rows).filter((row) => !row.element.hidden);
  }

  /** Rows that hold a submission up: blank and required, or wrong. */
  get open() { return this.rows.filter((row) => (row.required && !row.answered) || row.problem()); }
  get missing() { return this.open.filter((row) => !row.answered && !row.problem()); }
  get isBlocked() { return this.open.some((row) => row.path !== "" && row.problem() === say("wrong.unsupported")); }

  /** The numbered parts of the task: rows of the first question that goes step by step. */
  get steps() {
    const stepwise = ["stepLabels", "steps", "toolCallLabels", "dialogue"];
    const [, question] = [...this.questions].find(([name]) => this.applying.has(name) && stepwise.includes(this.questions.get(name).question?.type)) ?? [];
    return question?.rows ?? [];
  }

  refresh() {
    this.applying = applicable(this.schema, this.fields, (name) => this.questions.get(name)?.value());
    for (const [name, question] of this.questions) {
      question.element.hidden = !this.applying.has(name);
      (question.material ?? question.row?.element)?.classList.toggle("idle", !this.applying.has(name));
      this.showOrigin(question);
    }
  }

  /** How much of a text was typed and pasted, as it is recorded with the answer. */
  showOrigin(question) {
    const { origin, element } = question;
    if (!origin || (origin.typed === 0 && origin.pasted === 0 && !question.originLine)) return;
    question.originLine ??= element.appendChild(h("p", { class: "origin fine" }));
    const words = say("text.origin", origin);
    if (question.originLine.textContent !== words) question.originLine.textContent = words;
  }

  /** Answers of the questions that apply. */
  answers() {
    return this.collect((name) => this.applying.has(name));
  }

  /** All that was chosen, for the draft: what doesn't apply now may apply again. */
  everything() { return this.collect(() => true); }

  collect(wanted) {
    const answers = {};
    for (const [name, question] of this.questions) {
      const value = wanted(name) ? question.value() : undefined;
      if (value !== undefined) answers[name] = value;
    }
    return answers;
  }

  /** Typed and pasted characters of each text answer. */
  origin() {
    const counts = {};
    for (const [name, question] of this.questions) {
      if (question.origin && this.applying.has(name) && question.value() !== undefined) counts[name] = { ...question.origin };
    }
    return counts;
  }

  restore(answers, origin = {}) {
    for (const [name, question] of this.questions) {
      question.restore(answers[name]);
      if (question.origin) Object.assign(question.origin, origin[name] ?? {});
    }
    this.refresh();
  }

  /** Marks the questions whose answer is another than before. */
  markChanges(before) {
    let differs = false;
    for (const [name, question] of this.questions) {
      const value = this.applying.has(name) ? question.value() : undefined;
      const changed = canonical(value) !== canonical(before[name]);
      differs ||= changed;
      const mark = question.element.querySelector(".changed");
      if (mark) showBefore(mark, changed, before[name], this.schema.find((each) => each.name === name));
    }
    return differs;
  }

  // The active row.

  follow(target) {
    const row = this.rows.find((each) => (each.holds ? each.holds(target) : each.element.contains(target)));
    if (row) this.mark(row);
  }

  mark(row) {
    const before = this.active;
    before?.element.classList.remove("active");
    this.active = row;
    row.element.classList.add("active");
    if (before !== row) before?.unmarked();
    row.marked();
  }

  activate(row, { write = false, scroll = true } = {}) {
    if (!row) return;
    this.mark(row);
    if (scroll) row.element.scrollIntoView({ block: "nearest" });
    if (!write || row.write() === false) row.focus();
  }

  /** To the next row, or the one before. */
  step(by) {
    const rows = this.rows;
    const at = rows.indexOf(this.active);
    this.activate(rows[Math.max(0, Math.min(rows.length - 1, at + by))]);
  }

  /** After a choice: the next blank row, else the first blank one that is required. */
  moveOn() {
    const rows = this.rows;
    const below = rows.slice(rows.indexOf(this.active) + 1).find((row) => !row.answered && !row.spared);
    this.activate(below ?? rows.find((row) => row.required && !row.answered) ?? this.active);
  }

  /** Where work begins: the first blank row, typing at once where there is nothing but writing. */
  begin(place) {
    const rows = this.rows;
    const row = rows.find((each) => each.path === place) ?? rows.find((each) => !each.answered && !each.spared) ?? rows[0];
    // In one column the answer lies below what must be read first.
    const narrow = matchMedia("(max-width: 860px)").matches;
    // So does the goal above the first row among the material.
    const atTop = narrow || (row?.path !== place && !this.element.contains(row?.element ?? null));
    this.activate(row, { write: !narrow && row?.isText && (this.wide || rows.length === 1), scroll: !atTop });
  }

  // Taking back.

  note(question, row) {
    this.past.push([question, question.value(), row.path]);
    this.future = [];
  }

  undo() { return this.swap(this.past, this.future); }
  redo() { return this.swap(this.future, this.past); }

  swap(from, to) {
    const entry = from.pop();
    if (!entry) return false;
    const [question, value, path] = entry;
    to.push([question, question.value(), path]);
    question.restore(value);
    this.refresh();
    this.activate(question.rows.find((row) => row.path === path) ?? question.rows[0]);
    this.heard({});
    return true;
  }
}
