import { button, h } from "../dom.js";
import { fieldTitle } from "../content/field.js";
import { say, sentence } from "../say.js";
import { head } from "./head.js";
import { Seen } from "./seen.js";
import { StepLabelRow } from "./step-label-row.js";

const faces = { "+": "+", 0: "0", "-": "−" };
const kinds = { "+": "plus", 0: "zero", "-": "minus" };
const names = { "+": "step-labels.plus", 0: "step-labels.zero", "-": "step-labels.minus" };

/** Reviewing a solution: a sign beside each step among the material, a map of them in the answer. */
export class StepLabelsQuestion {
  constructor(question, { field, project }) {
    const shown = field(question.of);
    Object.assign(this, { question, project, about: question.of, origin: { typed: 0, pasted: 0 }, seen: new Seen() });
    this.rows = (shown?.content ?? []).map((step, index) => new StepLabelRow(this, step, index));
    this.material = shown ? this.makeMaterial(shown) : null;
    this.map = h("ol", { class: "map", "aria-label": say("step-labels.map") });
    this.facts = h("dl", { class: "facts" });
    this.element = h("section", { class: "question" }, head(question), this.map, this.facts);
    this.rows.forEach((row) => {
      row.marked = () => this.mark(row);
      row.unmarked = () => this.mark(null);
      this.seen.watch(row.element);
    });
    this.refresh();
  }

  makeMaterial(shown) {
    const tool = (label, key, press) => button(say(label), { kind: "quiet small", key, press: () => press(this.active) });
    return h(
      "section", { class: "review steps", "aria-label": fieldTitle(shown) },
      h("div", { class: "tools" }, h("h2", {}, h("bdi", {}, fieldTitle(shown)), h("span", { class: "muted" }, say("step-labels.count", { n: this.rows.length }))),
        h("span", { class: "kind" }, say("material.model")), h("span", { class: "gap" }),
        tool("step-labels.first-here", "X", (row) => this.firstError(row)), tool("step-labels.fine", "Y", (row) => row.sign(0)),
        tool("step-labels.rest-fine", "Shift+Y", () => this.restFine())),
      h("ol", {}, this.rows.map((row) => h("li", {}, row.element))));
  }

  /** The step that was worked on last. */
  get active() { return this.last ?? this.rows[0]; }

  mark(row) {
    this.last = row ?? this.last;
    this.current = row;
    this.refresh();
  }

  get rowKeys() {
    const group = "key.group-review";
    return [
      { keys: ["+", "=", "-", "−"], shown: ["+", "0", "−"], label: "key.sign", byKey: true, group, answers: true },
      { keys: ["y"], label: "key.fine", group, answers: true },
      { keys: ["Shift+y"], label: "key.rest-fine", group, answers: true },
      { keys: ["x"], label: "key.first-error", group, answers: true },
      { keys: ["c"], label: "key.critique", group },
      { keys: ["e"], label: "key.correct", group },
    ];
  }

  commandsFor(row) {
    const { critique, correction } = this.question;
    return [
      { keys: ["+", "="], caps: ["+", "0", "−"], hint: "key.sign", run: () => row.sign(0) },
      { keys: ["-", "−"], run: () => row.sign(2) },
      { keys: ["y"], hint: "key.fine-short", run: () => row.sign(0) },
      { keys: ["Shift+y"], run: () => this.restFine() },
      { keys: ["x"], hint: "key.first-short", run: () => this.firstError(row) },
      ...(critique ? [{ keys: ["c"], hint: "key.critique-short", run: () => row.criticise() }] : []),
      ...(correction ? [{ keys: ["e"], hint: "key.correct-short", run: () => row.write() }] : []),
    ];
  }

  /** Every step that is still blank and has been on screen is fine. */
  restFine() {
    const blank = this.rows.filter((row) => !row.answered && !row.spared && this.seen.has(row.element));
    if (blank.length === 0) return false;
    blank[0].noting();
    blank.forEach((row) => row.put(0));
    blank.at(-1).changed({ moves: true });
  }

  /** Blank steps above are right, this one is wrong, those below stay as they are. */
  firstError(row) {
    row.noting();
    for (const each of this.rows.slice(0, row.index)) if (!each.answered) each.put(0);
    row.put(2);
    row.focus();
    row.changed({});
    row.element.scrollIntoView({ block: "nearest" });
  }

  refresh() {
    const first = this.rows.findIndex((row) => row.isWrong);
    this.rows.forEach((row, index) => row.need(this.question.required ?? false, first >= 0 && index > first));
    if (!this.map) return;
    this.showMap();
    this.showFacts(first);
  }

  showMap() {
    this.map.replaceChildren(...this.rows.map((row) => {
      const label = say("step-labels.cell", { name: row.name, label: say(names[row.value] ?? "step-labels.blank") });
      return h("li", {}, h("button", {
        type: "button", class: kinds[row.value] ?? "blank", "aria-label": label, "aria-current": row === this.current ? "step" : null,
        on: { click: () => this.go(row) },
      }, h("span", { "aria-hidden": "true" }, faces[row.value] ?? "·"), h("small", { "aria-hidden": "true" }, String(row.index + 1))));
    }));
  }

  /** By the map to a step: keys act on it then. */
  go(row) {
    row.focus();
    row.element.scrollIntoView({ block: "nearest" });
  }

  showFacts(first) {
    const blank = this.rows.filter((row) => !row.answered).length;
    const { critique, correction } = this.rows[first]?.words ?? {};
    const said = critique && correction ? "step-labels.with-both" : critique ? "step-labels.with-critique" : correction ? "step-labels.with-correction" : "step-labels.alone";
    this.facts.replaceChildren(
      h("dt", {}, say("step-labels.first")), h("dd", {}, first < 0 ? say("step-labels.none-yet") : sentence(said, { name: this.rows[first].name })),
      h("dt", {}, say("step-labels.blank")), h("dd", {}, sentence(first < 0 ? "step-labels.blank-count" : "step-labels.blank-after", { n: blank })));
  }

  /** With every step named once one has been judged: null says that it was left blank. */
  value() {
    const entries = this.rows.map((row) => row.entry);
    return entries.some(({ label, critique, correction }) => label !== null || critique || correction) ? entries : undefined;
  }

  restore(value = []) {
    for (const row of this.rows) {
      const entry = value.find(({ step }) => step === row.index);
      row.putValue(entry?.label ?? undefined);
      row.restoreWords(entry);
    }
    this.refresh();
  }
}
