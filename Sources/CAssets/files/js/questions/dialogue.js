import { freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { RowList } from "./row-list.js";
import { TurnRow } from "./turn-row.js";

/** Who speaks with a tool's voice. */
const toolRole = "tool";

/** Writing a dialogue: turns with their roles, tool calls, and what it must keep to beside it. */
export class DialogueQuestion extends RowList {
  constructor(question) {
    super(question, "talk");
    this.checks = h("ul", { class: "checks" });
    const tools = this.tools("talk.tools", [
      ["talk.add", "+", (row) => this.addAfter(row)], ...(this.hasTools ? [["talk.add-call", "T", (row) => row.addCall()]] : []),
    ]);
    this.element = h("section", { class: "question" }, this.head, this.list, tools, this.checklist());
    this.put([this.blank()]);
  }

  get rows() { return this.items; }
  get hasTools() { return (this.question.tools ?? []).length > 0; }
  /** The fewest turns; a given answer has at least one. */
  get least() { return Math.max(1, this.question.minTurns ?? 1); }

  /** What can be counted turns by itself; the rest a person ticks, for nobody but themselves. */
  checklist() {
    const constraints = (this.question.constraints ?? []).map((words) => {
      const id = freshID("check");
      return h("li", {}, h("input", { type: "checkbox", id }), h("label", { for: id, dir: "auto" }, words));
    });
    return h(
      "div", { class: "keep" }, h("h3", {}, say("talk.keep")), this.checks,
      constraints.length > 0 ? [h("ul", { class: "checks" }, constraints), h("p", { class: "fine" }, say("talk.ticks"))] : null);
  }

  get rowKeys() {
    const group = "key.group-talk";
    return [
      { keys: ["Ctrl+Shift+Enter"], label: "key.next-turn-long", group, chord: true },
      { keys: ["+"], label: "key.add-turn", group },
      ...(this.hasTools ? [{ keys: ["t"], label: "key.add-call", group }] : []),
      { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], label: "key.move-turn", byKey: true, group, chord: true },
    ];
  }

  commandsFor(row) {
    return [
      { keys: ["Ctrl+Shift+Enter"], run: () => this.addAfter(row) },
      { keys: ["+"], hint: "key.add-turn", run: () => this.addAfter(row) },
      ...(this.hasTools ? [{ keys: ["t"], hint: "key.add-call", run: () => row.addCall() }] : []),
      ...this.moves(row),
    ];
  }

  rowOf(turn) { return new TurnRow(this, turn); }

  blank(row = null) { return { role: row?.role.value ?? this.question.roles[0] }; }

  refresh() {
    this.renumber();
    const { minTurns: min, maxTurns: max } = this.question;
    const n = this.written().length;
    const key = min && max ? "talk.between" : min ? "talk.at-least" : max ? "talk.at-most" : "talk.count";
    const holds = n >= this.least && n <= (max ?? Infinity);
    this.checks.replaceChildren(h("li", { class: holds ? "good" : null }, icon(holds ? "check" : "dot"), h("span", {}, say(key, { n, min, max }))));
  }

  /** Who speaks next: the tool after a call, who called after the tool, else the next of the others. */
  roleAfter(row) {
    const { roles } = this.question;
    if (row.calls.length > 0 && roles.includes(toolRole)) return toolRole;
    const people = roles.filter((role) => role !== toolRole);
    if (row.role.value === toolRole) {
      const caller = this.rows.slice(0, this.rows.indexOf(row)).findLast((each) => each.role.value !== toolRole);
      return caller?.role.value ?? people[0] ?? roles[0];
    }
    return people[(people.indexOf(row.role.value) + 1) % people.length] ?? roles[0];
  }

  addAfter(row) { this.insertAfter(row, { role: this.roleAfter(row) }); }

  problemOf(row) {
    const written = this.written();
    if (written.length === 0) return null;
    const index = this.rows.indexOf(row);
    if (!row.answered && index < written.length) return say("wrong.turn-empty");
    const { maxTurns: max = Infinity } = this.question;
    if (index === max && written.length > max) return say("wrong.turns-many", { n: max });
    return index === this.rows.length - 1 && written.length < this.least ? say("wrong.turns", { n: this.least }) : null;
  }

  value() {
    const messages = this.written().map((row) => row.entry);
    return messages.length > 0 ? { messages } : undefined;
  }

  restore(value) {
    const messages = value?.messages ?? [];
    this.put(messages.length > 0 ? messages : [this.blank()]);
  }
}
