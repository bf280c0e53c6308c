import { h } from "../dom.js";
import { say, sentence } from "../say.js";
import { head } from "./head.js";
import { PlaceRow } from "./place-row.js";

/** So much of a response is enough to know it again. */
const gistLength = 90;

/** Putting responses in order: places by digits, ties where the question has them, moves by keys, buttons or a handle. */
export class RankingQuestion {
  constructor(question, context) {
    this.question = question;
    this.keys = context.outputs(question.of);
    this.reveal = (index) => context.reveal(index);
    const outputs = context.field(question.of)?.content ?? [];
    this.rows = this.keys.map((key, index) => new PlaceRow(this, key, index, gistOf(outputs[index])));
    this.list = h("ol", { class: "places" });
    this.said = h("p", { class: "said", "aria-live": "polite" });
    this.element = h("section", { class: "question" }, head(question), this.list, this.said);
    this.show();
  }

  get rowKeys() {
    const group = "key.group-ranking";
    return [
      ...(this.question.ties ? [{ keys: ["="], label: "key.tie", group, answers: true }] : []),
      { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], label: "key.move-place", byKey: true, group },
    ];
  }

  commandsFor(row) {
    return [
      ...(this.question.ties ? [{ keys: ["="], hint: "key.tie-short", run: () => this.tie(row) }] : []),
      { keys: ["Alt+ArrowUp"], caps: ["Alt+↑", "Alt+↓"], hint: "key.move-place-short", run: () => this.move(row, -1) },
      { keys: ["Alt+ArrowDown"], run: () => this.move(row, 1) },
    ];
  }

  get isComplete() { return this.rows.every((row) => row.answered); }

  /** Gives a place. Where there are no ties, who had it before loses it. */
  give(row, place) {
    row.noting();
    if (!this.question.ties) for (const each of this.rows) if (each !== row && each.at === place) each.put(null);
    row.put(place);
    this.settle();
  }

  /** Once all have a place: 1 1 3 becomes 1 1 2, and the list stands in its order. */
  settle() {
    if (this.isComplete) this.arrange(this.groups());
    else this.show();
  }

  /** The rows by their places, best first; what has no place stands alone where it is in the list. */
  groups() {
    if (!this.isComplete) {
      return this.rows.reduce((groups, row) => {
        const above = groups.at(-1)?.[0];
        if (above && row.answered && above.at === row.at) groups.at(-1).push(row);
        else groups.push([row]);
        return groups;
      }, []);
    }
    const places = [...new Set(this.rows.map((row) => row.at))].sort((a, b) => a - b);
    return places.map((place) => this.rows.filter((row) => row.at === place));
  }

  arrange(groups) {
    groups.forEach((group, index) => group.forEach((row) => row.put(index + 1)));
    this.rows = groups.flat();
    this.show();
  }

  /** One place up or down: out of its tie, or past its neighbour. */
  move(row, by) {
    const groups = this.groups();
    const from = groups.findIndex((group) => group.includes(row));
    const isTied = groups[from].length > 1;
    const to = isTied ? from + (by > 0 ? 1 : 0) : from + by;
    if (!isTied && (to < 0 || to >= groups.length)) return;
    row.noting();
    if (isTied) groups[from].splice(groups[from].indexOf(row), 1);
    else groups.splice(from, 1);
    groups.splice(to, 0, [row]);
    this.finish(row, groups);
  }

  /** As good as the one above; again: no longer. */
  tie(row) {
    const groups = this.groups();
    const at = groups.findIndex((group) => group.includes(row));
    const isTied = groups[at].length > 1 && groups[at][0] !== row;
    if (!isTied && at === 0) return false;
    row.noting();
    groups[at].splice(groups[at].indexOf(row), 1);
    if (isTied) groups.splice(at + 1, 0, [row]);
    else groups[at - 1].push(row);
    this.finish(row, groups.filter((group) => group.length > 0));
  }

  finish(row, groups) {
    this.arrange(groups);
    row.focus();
    row.changed({});
  }

  // Dragging.

  /** Where in the list a pointer at this height would drop a row. */
  gapAt(row, y) {
    return this.rows.filter((each) => each !== row).filter(({ element }) => {
      const box = element.getBoundingClientRect();
      return y > box.top + box.height / 2;
    }).length;
  }

  aim(row, y) {
    const others = this.rows.filter((each) => each !== row);
    const gap = this.gapAt(row, y);
    others.forEach(({ element }, index) => {
      element.classList.toggle("gap-before", index === gap);
      element.classList.toggle("gap-after", gap === others.length && index === gap - 1);
    });
  }

  drop(row, y) {
    for (const { element } of this.rows) element.classList.remove("gap-before", "gap-after");
    if (y === null) return;
    const gap = this.gapAt(row, y);
    if (gap === this.rows.indexOf(row) && this.isComplete) return;
    row.noting();
    const groups = this.groups().map((group) => group.filter((each) => each !== row)).filter((group) => group.length > 0);
    let before = 0;
    let at = 0;
    while (at < groups.length && before < gap) before += groups[at++].length;
    groups.splice(at, 0, [row]);
    this.finish(row, groups);
  }

  // What is shown.

  show() {
    const wanted = this.rows.map((row) => row.element);
    if (wanted.some((element, index) => this.list.children[index] !== element)) {
      const focused = document.activeElement;
      this.list.replaceChildren(...wanted);
      if (this.list.contains(focused)) focused.focus({ preventScroll: true });
    }
    this.rows.forEach((row, index) => row.element.classList.toggle("tied", index > 0 && row.answered && row.at === this.rows[index - 1].at));
    const placed = this.rows.filter((row) => row.answered);
    const order = this.orderOf(placed);
    this.said.replaceChildren(placed.length === 0 ? say("ranking.none") : sentence(this.isComplete ? "ranking.order" : "ranking.so-far", { order }));
  }

  /** B, then A = C, then D. */
  orderOf(rows) {
    const places = [...new Set(rows.map((row) => row.at))].sort((a, b) => a - b);
    const tied = (place) => rows.filter((row) => row.at === place).map((row) => row.letter).sort().join(" = ");
    return h("b", {}, places.map(tied).join(say("ranking.then")));
  }

  /** Groups, best first. While places are missing, those in between are empty: a draft keeps what was given. */
  value() {
    if (!this.rows.some((row) => row.answered)) return undefined;
    const last = Math.max(...this.rows.map((row) => row.at ?? 0));
    return Array.from({ length: last }, (_, index) => this.rows.filter((row) => row.at === index + 1).map((row) => row.key));
  }

  restore(value = []) {
    this.rows.sort((a, b) => a.index - b.index);
    for (const row of this.rows) {
      const group = value.findIndex((keys) => keys.includes(row.key));
      row.put(group < 0 ? null : group + 1);
    }
    this.settle();
  }
}

const gistOf = (output) => (output?.source ?? "").replace(/\s+/g, " ").trim().slice(0, gistLength);
