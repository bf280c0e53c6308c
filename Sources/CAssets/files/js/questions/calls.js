import { button, h } from "../dom.js";
import { fieldTitle } from "../content/field.js";
import { text } from "../content/text.js";
import { callsOf, timeline } from "../content/timeline.js";
import { say } from "../say.js";
import { CallRow, stateWords } from "./call-row.js";
import { head } from "./head.js";
import { Seen } from "./seen.js";

/** Judging each tool call of a run: the run as a timeline among the material, its calls in the answer. */
export class CallsQuestion {
  constructor(question, { field, project }) {
    const shown = field(question.of);
    Object.assign(this, { question, about: question.of, origin: { typed: 0, pasted: 0 }, rows: [], seen: new Seen() });
    this.map = h("ol", { class: "calls" });
    this.material = shown ? this.makeMaterial(shown, project) : null;
    this.element = h("section", { class: "question" }, head(question), this.rows.length > 0 ? this.map : h("p", { class: "fine" }, say("calls.none")));
    this.refresh();
  }

  makeMaterial(shown, project) {
    const rows = [];
    const line = timeline(shown.content, project, (call, content, index) => {
      const row = new CallRow(this, call, content, index);
      rows.push(row);
      this.seen.watch(row.element);
      return row.element;
    });
    this.rows = rows;
    const n = callsOf(shown.content).length;
    const tool = (label, key, press) => button(say(label), { kind: "quiet small", key, press });
    return h(
      "section", { class: "review", "aria-label": fieldTitle(shown) },
      h("div", { class: "tools" }, h("h2", {}, h("bdi", {}, fieldTitle(shown)), h("span", { class: "muted" }, say("calls.count", { n }))),
        h("span", { class: "kind" }, say("material.model")), h("span", { class: "gap" }),
        tool("calls.this-fine", "Y", () => this.fine(this.last ?? this.rows[0])), tool("calls.open", "O", () => this.toggle(this.last ?? this.rows[0]))),
      line);
  }

  get rowKeys() {
    const group = "key.group-review";
    return [
      { keys: ["y"], label: "key.fine", group, answers: true },
      { keys: ["Shift+y"], label: "key.rest-fine", group, answers: true },
      { keys: ["c"], label: "key.comment", group },
      { keys: ["o"], label: "key.open-call", group },
    ];
  }

  commandsFor(row) {
    return [
      { keys: ["y"], hint: "key.fine-short", run: () => this.fine(row) },
      { keys: ["Shift+y"], run: () => this.restFine() },
      { keys: ["c"], hint: "key.comment-short", run: () => row.remark() },
      { keys: ["o"], hint: "key.open-short", run: () => this.toggle(row) },
    ];
  }

  fine(row) {
    if (!row) return false;
    row.noting();
    row.fine();
    row.changed({ moves: true });
  }

  /** Every call of which nothing is said yet and which has been on screen is fine. */
  restFine() {
    const blank = this.rows.filter((row) => row.entry === undefined && this.seen.has(row.element));
    if (blank.length === 0) return false;
    blank[0].noting();
    blank.forEach((row) => row.fine());
    blank.at(-1).changed({ moves: true });
  }

  /** Opens what is folded in a call, or folds it again. */
  toggle(row) {
    const folds = [...row.element.querySelectorAll("details")];
    const open = folds.some((each) => !each.open);
    folds.forEach((each) => { each.open = open; });
  }

  mark(row) {
    this.last = row ?? this.last;
    this.current = row;
    this.refresh();
  }

  refresh() {
    this.map.replaceChildren(...this.rows.map((row) => {
      const { kind, word } = row.standing;
      return h("li", {}, h("button", {
        type: "button", "aria-current": row === this.current ? "step" : null, on: { click: () => this.go(row) },
      }, h("span", { class: "digits" }, String(row.index + 1)), h("code", { dir: "ltr" }, text(row.call.name ?? "")), h("span", { class: `pill ${kind}` }, stateWords(word))));
    }));
  }

  go(row) {
    row.focus();
    row.element.scrollIntoView({ block: "nearest" });
  }

  value() {
    const entries = this.rows.map((row) => row.entry).filter(Boolean);
    return entries.length > 0 ? entries : undefined;
  }

  restore(value = []) {
    for (const row of this.rows) row.put(value.find(({ message, call }) => message === row.call.message && call === row.call.call));
  }
}
