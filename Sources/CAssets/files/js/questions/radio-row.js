import { cap, freshID, h } from "../dom.js";
import { Row } from "./row.js";

/** The key of each option: its own value where these are single digits, else its place, 0 for the tenth. */
export function keysOf(options) {
  const values = options.map((option) => option.value);
  if (values.every((value) => Number.isInteger(value) && value >= 0 && value <= 9)) return values.map(String);
  if (options.length > 10) return options.map(() => null);
  return options.map((_, index) => String((index + 1) % 10));
}

/**
 * One choice out of several, as native radio buttons. An option is {value, label}, and where it is
 * drawn otherwise than by its label `draw(option, key)` gives what stands in its place.
 */
export class RadioRow extends Row {
  constructor({ options, draw = null, ...row }) {
    super(row);
    this.options = options;
    this.keyNames = keysOf(options);
    const name = freshID("radio");
    this.inputs = options.map((option, index) => h("input", {
      type: "radio", name, "aria-label": option.label, "aria-keyshortcuts": this.keyNames[index],
      on: { change: () => this.choose(index) },
    }));
    this.picks = options.map((option, index) => h(
      "label", { class: `pick ${option.kind ?? ""}`.trim() }, this.inputs[index],
      draw ? draw(option, this.keyNames[index]) : [option.label]));
    this.chosen = -1;
  }

  /** The frame that a screen reader calls by the question's name. */
  frame(legend, ...content) {
    this.element = h("fieldset", { class: "row", tabindex: "-1" }, legend, content, this.wrong);
    // A way to the guidelines among the words of the legend is no part of the name.
    if (this.why) this.element.setAttribute("aria-label", this.name);
    if (this.required) this.inputs.forEach((input) => input.setAttribute("aria-required", "true"));
    return this.element;
  }

  get answered() { return this.chosen >= 0; }
  get value() { return this.options[this.chosen]?.value; }
  get keys() {
    const caps = this.keyNames.filter((key) => key !== null);
    return caps.length > 0 ? [caps[0], caps.at(-1)] : null;
  }

  focus() {
    (this.inputs[this.chosen] ?? this.inputs[0]).focus({ preventScroll: true });
  }

  digit(key) {
    const index = this.keyNames.indexOf(key);
    if (index < 0) return false;
    if (index !== this.chosen) this.choose(index);
    this.inputs[index].focus({ preventScroll: true });
    this.changed({ moves: true });
  }

  clear() {
    if (this.chosen < 0) return false;
    this.choose(-1);
  }

  choose(index) {
    this.noting();
    this.put(index);
    this.changed({});
  }

  /** Shows a choice without telling anyone. */
  put(index) {
    this.chosen = index;
    this.inputs.forEach((input, each) => { input.checked = each === index; });
    this.shown?.();
  }

  /** Shows the option with an equal value; none if there is no such option. */
  putValue(value) {
    const wanted = JSON.stringify(value);
    this.put(value === undefined ? -1 : this.options.findIndex((option) => JSON.stringify(option.value) === wanted));
  }
}

/** A number or letter with its key beside it where the two differ. */
export function drawCell(option, key) {
  const face = option.face ?? String(option.value);
  return key === null || key === face ? [face] : [face, cap(key)];
}
