import { h } from "../dom.js";
import { say } from "../say.js";
import { RowList } from "./row-list.js";
import { FinalRow, StepRow } from "./step-row.js";

/** Writing a chain of thought: a list of growing fields, and the answer that it comes to. */
export class StepsQuestion extends RowList {
  constructor(question) {
    super(question, "chain");
    this.final = question.final ? new FinalRow(this) : null;
    this.count = h("p", { class: "meter" });
    const tools = this.tools("steps.tools", [
      ["steps.add", "+", (row) => this.addAfter(row)],
      ...(question.alternatives ? [["steps.another", "V", (row) => this.addVersion(row)]] : []),
    ]);
    this.element = h("section", { class: "question" }, this.head, this.list, tools, this.final?.element);
    this.put([this.blank()]);
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
      ...(this.final?.required ? [{ keys: ["Ctrl+Enter"], label: "key.to-final", byKey: true, group, chord: true }] : []),
    ];
  }

  addVersion(row) {
    row.addVersion();
    row.changed({ typed: true });
  }

  get rows() { return this.final ? [...this.items, this.final] : this.items; }
  /** The fewest steps; with none asked for, a given answer has one. */
  get least() { return Math.max(1, this.question.minSteps ?? 1); }

  commandsFor(row) {
    const commands = [{ keys: ["+"], hint: "key.add", run: () => this.addAfter(row) }];
    if (this.question.alternatives) commands.push({ keys: ["v"], hint: "key.version", run: () => this.addVersion(row) });
    if (this.needsFinal) commands.push({ keys: ["Ctrl+Enter"], run: () => this.toFinal() });
    return [...commands, ...this.moves(row)];
  }

  rowOf(versions) { return new StepRow(this, versions); }

  /** A step is a list of versions, the main one first. */
  blank() { return [""]; }

  /** Whether the steps are enough, and what they come to is still to be said. */
  get isThrough() { return this.final !== null && !this.final.answered && this.written().length >= this.least; }

  /** Whether that alone is missing. */
  get needsFinal() { return this.isThrough && this.final.required; }

  /** Whether Enter in this step ends the chain: it is empty, and nothing is below it. */
  ends(row) { return this.isThrough && row === this.items.at(-1) && row.isBlank && this.items.length > 1; }

  /** On to the answer; an empty step at the end was none. */
  toFinal() {
    this.items.length = Math.max(1, this.items.findLastIndex((row) => !row.isBlank) + 1);
    this.show();
    this.final.write();
    this.final.changed({ typed: true });
  }

  refresh() {
    this.renumber();
    const n = this.written().length;
    this.count.textContent = say(this.least > 1 ? "steps.needed" : "steps.count", { n, min: this.least });
  }

  split(row, start, end) {
    const text = row.field.value;
    row.field.value = text.slice(0, start);
    row.keep();
    this.addAfter(row, text.slice(end), 0);
  }

  addAfter(row, text = "", cursor = null) { this.insertAfter(row, [text], cursor); }

  /** Joins a step to the one above; a step with other versions stays what it is. */
  merge(row) {
    const index = this.items.indexOf(row);
    const above = this.items[index - 1];
    if (!above || row.versions.length > 1 || above.at !== 0) return false;
    const joint = above.field.value.length;
    above.field.value += row.field.value;
    above.keep();
    this.items.splice(index, 1);
    this.show();
    above.write(joint);
    above.changed({ typed: true });
    return true;
  }

  problemOf(row) {
    const written = this.written();
    if (written.length === 0 && !this.final?.answered) return null;
    const index = this.items.indexOf(row);
    if (!row.answered && index < written.length) return say("wrong.step-empty");
    const isLast = index === this.items.length - 1;
    return isLast && written.length < this.least ? say("wrong.steps", { n: this.least }) : null;
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
    this.put(steps.length > 0 ? steps : [this.blank()]);
    if (this.final) this.final.field.value = value?.final ?? "";
  }
}
