import { button, h } from "../dom.js";
import { say } from "../say.js";
import { head, titleOf } from "./head.js";

/**
 * Rows that a person writes one below the other: adds, moves, takes out. A subclass makes a row of
 * its content (`rowOf`), says what an empty one holds (`blank`, after a row that goes or none),
 * and sets `items` with `put` once it is ready.
 */
export class RowList {
  constructor(question, kind) {
    Object.assign(this, { question, origin: { typed: 0, pasted: 0 }, wide: true, adopt: () => {} });
    this.list = h("ol", { class: kind });
  }

  get head() { return head({ ...this.question, label: titleOf(this.question) }); }
  /** The row that was worked on last. */
  get active() { return this.items.includes(this.last) ? this.last : this.items.at(-1); }

  /** What the keys do to the active row, for a pointer: `own`, then what every list can. */
  tools(label, own) {
    const tool = ([words, key, press]) => button(say(words), { kind: "quiet small", key, press: () => press(this.active) });
    const every = [["steps.up", null, (row) => this.move(row, -1)], ["steps.down", null, (row) => this.move(row, 1)], ["steps.remove", null, (row) => this.remove(row)]];
    return h("div", { class: "more", role: "group", "aria-label": say(label) }, this.count, [...own, ...every].map(tool));
  }

  /** The moves that every row knows, while typing too. */
  moves(row) {
    return [{ keys: ["Alt+ArrowUp"], run: () => this.move(row, -1) }, { keys: ["Alt+ArrowDown"], run: () => this.move(row, 1) }];
  }

  /** Replaces all rows. */
  put(contents) {
    this.items = contents.map((each) => this.make(each));
    this.show();
  }

  make(content) {
    const row = this.rowOf(content);
    row.marked = () => { this.last = row; };
    this.adopt(row);
    return row;
  }

  show() {
    this.list.replaceChildren(...this.items.map((row) => row.element));
    this.refresh();
  }

  /** Tells every row its place, and whether an answer needs it. */
  renumber() {
    this.items.forEach((row, index) => row.renumber(index, (this.question.required ?? false) && index < this.least));
  }

  insertAfter(row, content, cursor = null) {
    const added = this.make(content);
    this.items.splice(this.items.indexOf(row) + 1, 0, added);
    this.show();
    added.write(cursor);
    added.element.scrollIntoView({ block: "nearest" });
    added.changed({ typed: true });
  }

  move(row, by) {
    const from = this.items.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= this.items.length) return;
    const typing = document.activeElement === row.field;
    const cursor = row.field.selectionStart;
    this.items.splice(from, 1);
    this.items.splice(to, 0, row);
    this.show();
    if (typing) row.write(cursor); else row.focus();
    row.changed({ typed: true });
  }

  /** Takes a row out, or empties it where it is the only one. */
  remove(row) {
    if (this.items.length === 1 && !row.answered) return false;
    row.noting();
    const index = this.items.indexOf(row);
    if (this.items.length === 1) this.put([this.blank(row)]);
    else this.items.splice(index, 1);
    this.show();
    const next = this.items[Math.min(index, this.items.length - 1)];
    next.focus();
    next.changed({ typed: true });
  }

  /** The rows without empty ones at the end. */
  written() { return this.items.slice(0, this.items.findLastIndex((row) => row.answered) + 1); }
}
