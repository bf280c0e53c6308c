import { button, freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";
import { TurnRow } from "./turn-row.js";

/** Who speaks with a tool's voice. */
const toolRole = "tool";

/** Writing a dialogue: turns with their roles, tool calls, and what it must keep to beside it. */
export class DialogueQuestion {
  constructor(question) {
    Object.assign(this, { question, origin: { typed: 0, pasted: 0 }, wide: true, adopt: () => {} });
    this.list = h("ol", { class: "talk" });
    this.checks = h("ul", { class: "checks" });
    this.element = h("section", { class: "question" }, head({ ...question, label: titleOf(question) }), this.list, this.tools(), this.checklist());
    this.put([{ role: question.roles[0] }]);
  }

  get hasTools() { return (this.question.tools ?? []).length > 0; }
  /** The fewest turns; a given answer has at least one. */
  get least() { return Math.max(1, this.question.minTurns ?? 1); }
  get active() { return this.rows.includes(this.last) ? this.last : this.rows.at(-1); }

  tools() {
    const tool = (label, key, press) => button(say(label), { kind: "quiet small", key, press: () => press(this.active) });
    return h(
      "div", { class: "more", role: "group", "aria-label": say("talk.tools") }, tool("talk.add", "+", (row) => this.addAfter(row)),
      this.hasTools ? tool("talk.add-call", "T", (row) => row.addCall()) : null,
      tool("steps.up", null, (row) => this.move(row, -1)), tool("steps.down", null, (row) => this.move(row, 1)), tool("steps.remove", null, (row) => this.remove(row)));
  }

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
      { keys: ["Alt+ArrowUp"], run: () => this.move(row, -1) },
      { keys: ["Alt+ArrowDown"], run: () => this.move(row, 1) },
    ];
  }

  put(turns) {
    this.rows = turns.map((turn) => this.make(turn));
    this.show();
  }

  make(turn) {
    const row = new TurnRow(this, turn);
    row.marked = () => { this.last = row; };
    this.adopt(row);
    return row;
  }

  show() {
    this.list.replaceChildren(...this.rows.map((row) => row.element));
    this.refresh();
  }

  refresh() {
    this.rows.forEach((row, index) => row.renumber(index, (this.question.required ?? false) && index < this.least));
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

  addAfter(row) {
    const added = this.make({ role: this.roleAfter(row) });
    this.rows.splice(this.rows.indexOf(row) + 1, 0, added);
    this.show();
    added.write();
    added.element.scrollIntoView({ block: "nearest" });
    added.changed({ typed: true });
  }

  move(row, by) {
    const from = this.rows.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= this.rows.length) return;
    const typing = document.activeElement === row.field;
    const cursor = row.field.selectionStart;
    this.rows.splice(from, 1);
    this.rows.splice(to, 0, row);
    this.show();
    if (!typing) row.focus();
    else {
      row.write();
      row.field.setSelectionRange(cursor, cursor);
    }
    row.changed({ typed: true });
  }

  /** Takes a turn out, or empties it where it is the only one. */
  remove(row) {
    if (this.rows.length === 1 && !row.answered) return false;
    row.noting();
    const index = this.rows.indexOf(row);
    if (this.rows.length === 1) this.put([{ role: row.role.value }]);
    else this.rows.splice(index, 1);
    this.show();
    const next = this.rows[Math.min(index, this.rows.length - 1)];
    next.focus();
    next.changed({ typed: true });
  }

  problemOf(row) {
    const written = this.written();
    if (written.length === 0) return null;
    const index = this.rows.indexOf(row);
    if (!row.answered && index < written.length) return say("wrong.turn-empty");
    const { maxTurns: max = Infinity } = this.question;
    if (index === max && written.length > max) return say("wrong.turns-many", { n: max });
    return index === this.rows.length - 1 && written.length < this.least ? say("wrong.turns", { n: this.least }) : null;
  }

  /** The turns without empty ones at the end. */
  written() {
    const rows = [...this.rows];
    while (rows.length > 0 && !rows.at(-1).answered) rows.pop();
    return rows;
  }

  value() {
    const messages = this.written().map((row) => row.entry);
    return messages.length > 0 ? { messages } : undefined;
  }

  restore(value) {
    const messages = value?.messages ?? [];
    this.put(messages.length > 0 ? messages : [{ role: this.question.roles[0] }]);
  }
}
