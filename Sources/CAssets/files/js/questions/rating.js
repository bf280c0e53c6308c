import { h } from "../dom.js";
import { say } from "../say.js";
import { letterOf } from "../task/material.js";
import { head, titleOf, whyLink } from "./head.js";
import { drawCell, RadioRow } from "./radio-row.js";

/** Up to this many cells fit beside the name of a criterion. */
const widest = 5;

/** A scale: once, or for each criterion, or for each output, or for each criterion of each output. */
export class RatingQuestion {
  constructor(question, context) {
    this.question = question;
    this.criteria = question.criteria ?? null;
    this.outputs = question.of ? context.outputs(question.of) : null;
    this.values = [];
    for (let value = question.scale.min; value <= question.scale.max; value += 1) this.values.push(value);
    this.rows = [];
    this.element = h("section", { class: "question" }, head(question));
    if (this.outputs) this.outputs.forEach((key, index) => this.addOutput(key, index));
    else this.addRows([], null);
  }

  addOutput(key, index) {
    const letter = letterOf(index);
    if (this.criteria) {
      this.element.append(h("p", { class: "group-title" }, h("span", { class: "letter", "aria-hidden": "true" }, letter), say("rating.output", { letter })));
    }
    this.addRows([key], letter);
  }

  addRows(path, letter) {
    if (!this.criteria) {
      const name = letter ? say("rating.output", { letter }) : titleOf(this.question);
      return this.element.append(this.single(path, name, letter !== null));
    }
    const rows = this.criteria.map((criterion) => {
      const row = this.row([...path, criterion.name], letter ? say("rating.of", { letter, name: titleOf(criterion) }) : titleOf(criterion));
      return Object.assign(row, { why: criterion.why });
    });
    this.element.append(...[this.values.length <= widest ? this.table(rows) : this.stack(rows)].flat());
  }

  row(path, name) {
    const options = this.values.map((value) => {
      const label = this.question.scale.labels?.[String(value)];
      return { value, label: say("rating.cell", { name, label: label ? `${value}, ${label}` : String(value) }) };
    });
    const table = this.criteria && this.values.length <= widest;
    const row = new RadioRow({
      path: ["", this.question.name, ...path].join("/"), name, required: this.question.required ?? false, options,
      draw: table ? (option, key) => h("i", { "aria-hidden": "true" }, key) : drawCell,
    });
    row.place = path;
    this.rows.push(row);
    return row;
  }

  single(path, name, showsName) {
    const row = this.row(path, name);
    return row.frame(h("legend", { class: showsName ? null : "sr" }, name), h("div", { class: "scale" }, row.picks), this.ends());
  }

  /** Many values: each criterion gets a line of cells below its name. */
  stack(rows) {
    return h("div", { class: "stack" }, rows.map((row, index) => row.frame(
      h("legend", {}, this.criterionName(index)), h("div", { class: "scale" }, row.picks), index === 0 ? this.ends() : null)));
  }

  table(rows) {
    const labels = this.question.scale.labels ?? {};
    const columns = h("div", { class: "columns", "aria-hidden": "true" }, h("span"),
      this.values.map((value) => h("span", {}, h("b", {}, String(value)), labels[String(value)])));
    const table = h("div", { class: `rubric cells-${this.values.length}` }, columns, rows.map((row, index) =>
      row.frame(h("legend", {}, this.criterionName(index, "sr")), row.picks)));
    return this.criteria.some((criterion) => criterion.help) ? [table, this.explanation(rows)] : table;
  }

  /** The help of the active criterion, on lines that are kept for it. */
  explanation(rows) {
    const line = h("p", { class: "explained", "aria-hidden": "true", dir: "auto" });
    rows.forEach((row, index) => { row.marked = () => { line.textContent = this.criteria[index].help ?? ""; }; });
    rows[0].marked();
    return line;
  }

  criterionName(index, helpClass = null) {
    const criterion = this.criteria[index];
    return [h("span", { dir: "auto" }, titleOf(criterion)), criterion.why ? [" ", whyLink(criterion.why, titleOf(criterion), null)] : null, criterion.help ? h("small", { class: helpClass, dir: "auto" }, criterion.help) : null];
  }

  /** The words at both ends of a scale, and in its middle. */
  ends() {
    const { min, max, labels = {} } = this.question.scale;
    const middle = (min + max) / 2;
    const words = [labels[min], labels[middle], labels[max]];
    if (!words.some(Boolean)) return null;
    return h("p", { class: "ends", "aria-hidden": "true" }, words.filter((word, index) => index !== 1 || word).map((word, index) =>
      h("span", {}, word ? `${[min, ...(words[1] ? [middle] : []), max][index]} ${word}` : "")));
  }

  value() {
    const value = {};
    for (const row of this.rows) {
      if (!row.answered) continue;
      if (row.place.length === 0) return row.value;
      let at = value;
      for (const name of row.place.slice(0, -1)) at = at[name] ??= {};
      at[row.place.at(-1)] = row.value;
    }
    return Object.keys(value).length > 0 ? value : undefined;
  }

  restore(value) {
    for (const row of this.rows) row.putValue(row.place.reduce((at, name) => at?.[name], value));
  }
}
