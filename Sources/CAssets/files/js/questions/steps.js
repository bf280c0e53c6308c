import { button, h } from "../dom.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { FinalRow, StepRow } from "./step-row.js";

/** Writing a chain of thought: a list of growing fields, and the answer that it comes to. */
export class StepsQuestion {
  constructor(question) {
    this.question = question;
    this.origin = { typed: 0, pasted: 0 };
    this.adopt = () => {};
    this.wide = true;
    this.list = h("ol", { class: "chain" });
    this.final = question.final ? new FinalRow(this) : null;
    this.count = h("p", { class: "meter" });
    this.element = h(
      "section", { class: "question" }, head({ ...question, label: titleOf(question) }), this.list, this.tools(), this.final?.element);
    this.put([[""]]);
  }

  get rowKeys() {
    const group = "key.group-steps";
    return [
      { keys: ["+"], label: "key.add", group },
      { keys: ["v"], label: "key.version", group },
      { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], label: "key.move", byKey: true, group },
      { shown: ["Enter"], label: "key.new-step", group },
      { shown: ["⌫"], label: "key.merge", group },
      { shown: ["Shift+Enter"], label: "key.line", group },
    ];
  }

  /** What the keys do to the active step, for a pointer. */
  tools() {
    const tool = (label, key, press) => button(say(label), { kind: "quiet small", key, press: () => press(this.active) });
    return h(
      "div", { class: "more", role: "group", "aria-label": say("steps.tools") }, this.count, tool("steps.add", "+", (row) => this.addAfter(row)),
      this.question.alternatives ? tool("steps.another", "V", (row) => this.addVersion(row)) : null,
      tool("steps.up", null, (row) => this.move(row, -1)), tool("steps.down", null, (row) => this.move(row, 1)),
      tool("steps.remove", null, (row) => this.remove(row)));
  }

  /** The step that was worked on last. */
  get active() { return this.steps.includes(this.last) ? this.last : this.steps.at(-1); }

  addVersion(row) {
    row.addVersion();
    row.changed({ typed: true });
  }

  get rows() { return this.final ? [...this.steps, this.final] : this.steps; }
  /** The fewest steps; with none asked for, a given answer has one. */
  get least() { return Math.max(1, this.question.minSteps ?? 1); }

  commandsFor(row) {
    const commands = [{ keys: ["+"], hint: "key.add", run: () => this.addAfter(row) }];
    if (this.question.alternatives) commands.push({ keys: ["v"], hint: "key.version", run: () => this.addVersion(row) });
    commands.push({ keys: ["Alt+ArrowUp"], run: () => this.move(row, -1) }, { keys: ["Alt+ArrowDown"], run: () => this.move(row, 1) });
    return commands;
  }

  /** Replaces all steps; each is a list of versions, the main one first. */
  put(steps) {
    this.steps = steps.map((versions) => this.make(versions));
    this.show();
  }

  make(versions) {
    const row = new StepRow(this, versions);
    row.marked = () => { this.last = row; };
    this.adopt(row);
    return row;
  }

  show() {
    this.list.replaceChildren(...this.steps.map((row) => row.element));
    this.refresh();
  }

  refresh() {
    this.steps.forEach((row, index) => row.renumber(index, (this.question.required ?? false) && index < this.least));
    const n = this.written().length;
    this.count.textContent = say(this.least > 1 ? "steps.needed" : "steps.count", { n, min: this.least });
  }

  split(row, start, end) {
    const text = row.field.value;
    row.field.value = text.slice(0, start);
    row.keep();
    this.addAfter(row, text.slice(end), 0);
  }

  addAfter(row, text = "", cursor = null) {
    const added = this.make([text]);
    this.steps.splice(this.steps.indexOf(row) + 1, 0, added);
    this.show();
    added.write(cursor);
    added.changed({ typed: true });
  }

  /** Joins a step to the one above; a step with other versions stays what it is. */
  merge(row) {
    const index = this.steps.indexOf(row);
    const above = this.steps[index - 1];
    if (!above || row.versions.length > 1 || above.at !== 0) return false;
    const joint = above.field.value.length;
    above.field.value += row.field.value;
    above.keep();
    this.steps.splice(index, 1);
    this.show();
    above.write(joint);
    above.changed({ typed: true });
    return true;
  }

  move(row, by) {
    const from = this.steps.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= this.steps.length) return;
    const typing = document.activeElement === row.field;
    const cursor = row.field.selectionStart;
    this.steps.splice(from, 1);
    this.steps.splice(to, 0, row);
    this.show();
    if (typing) row.write(cursor); else row.focus();
    row.changed({ typed: true });
  }

  /** Takes a step out, or empties it where it is the only one. */
  remove(row) {
    if (this.steps.length === 1 && !row.answered) return false;
    row.noting();
    const index = this.steps.indexOf(row);
    if (this.steps.length === 1) this.put([[""]]);
    else this.steps.splice(index, 1);
    this.show();
    const next = this.steps[Math.min(index, this.steps.length - 1)];
    next.focus();
    next.changed({ typed: true });
  }

  problemOf(row) {
    const written = this.written();
    if (written.length === 0 && !this.final?.answered) return null;
    const index = this.steps.indexOf(row);
    if (!row.answered && index < written.length) return say("wrong.step-empty");
    const isLast = index === this.steps.length - 1;
    return isLast && written.length < this.least ? say("wrong.steps", { n: this.least }) : null;
  }

  /** The steps without empty ones at the end. */
  written() {
    const rows = [...this.steps];
    while (rows.length > 0 && !rows.at(-1).answered) rows.pop();
    return rows;
  }

  value() {
    const steps = this.written().map((row) => this.question.alternatives
      ? { text: row.text, alternatives: row.alternatives } : { text: row.text });
    const final = this.final?.field.value ?? "";
    if (steps.length === 0 && final === "") return undefined;
    return this.final ? { steps, final } : { steps };
  }

  restore(value) {
    const steps = (value?.steps ?? []).map(({ text, alternatives = [] }) => [text, ...alternatives]);
    this.put(steps.length > 0 ? steps : [[""]]);
    if (this.final) this.final.field.value = value?.final ?? "";
  }
}
