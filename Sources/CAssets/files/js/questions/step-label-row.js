import { cap, freshID, h } from "../dom.js";
import { markdownPiece } from "../content/tree.js";
import { say } from "../say.js";
import { RadioRow } from "./radio-row.js";
import { OriginCounter } from "./text-count.js";

const signs = [
  { value: "+", face: "+", word: "step-labels.plus", kind: "plus" },
  { value: "0", face: "0", word: "step-labels.zero", kind: "zero" },
  { value: "-", face: "−", word: "step-labels.minus", kind: "minus" },
];
const wrong = 2;

/** One step with its sign, and once it is wrong, what is wrong with it and how it should read. */
export class StepLabelRow extends RadioRow {
  constructor(review, step, index) {
    const name = say("steps.step", { n: index + 1 });
    super({
      path: `/${review.question.name}/${index}`, name, required: false,
      options: signs.map(({ value, face, word, kind }) => ({ value, face, kind, label: say("step-labels.cell", { name, label: say(word) }) })),
      draw: (option) => option.face,
    });
    Object.assign(this, { review, step, index });
    this.note = this.makeNote();
    this.frame(
      h("legend", { class: "sr" }, name), h("span", { class: "n", "aria-hidden": "true" }, String(index + 1)),
      h("div", { class: "cell" }, markdownPiece(step, review.project)),
      h("div", { class: "judge" }, h("div", { class: "signs" }, this.picks), h("p", { class: "unneeded", hidden: true }, say("step-labels.unneeded"))),
      this.note);
    this.element.classList.add("step");
    this.show();
  }

  makeNote() {
    const { critique, correction } = this.review.question;
    this.critique = critique ? this.makeField("step-labels.critique", "C") : null;
    this.correction = correction ? this.makeField("step-labels.correction", "E") : null;
    return h("div", { class: "note", hidden: true }, this.critique?.element, this.correction?.element);
  }

  makeField(label, key) {
    const id = freshID("note");
    const field = h("textarea", {
      id, rows: "2", dir: "auto", autocomplete: "off", spellcheck: "false", "aria-label": say("step-labels.cell", { name: this.name, label: say(label) }),
      on: { input: () => this.typed() },
    });
    new OriginCounter(field, this.review.origin);
    return { field, element: h("div", {}, h("label", { for: id }, say(label), cap(key)), field) };
  }

  get keys() { return null; }
  get isWrong() { return this.chosen === wrong; }
  get commands() { return this.review.commandsFor(this); }
  /** What the two fields hold; what isn't asked is null. */
  get words() { return { critique: this.critique?.field.value ?? "", correction: this.correction?.field.value ?? "" }; }

  digit(key) {
    const index = key === "0" ? 1 : Number(key) - 1;
    if (index > wrong) return false;
    this.sign(index);
  }

  /** Gives a sign by key. A wrong step keeps the keys where more can be said about it. */
  sign(index) {
    if (index !== this.chosen) this.choose(index);
    this.inputs[index].focus({ preventScroll: true });
    const stays = index === wrong && (this.critique ?? this.correction) !== null;
    this.changed({ moves: !stays });
    if (stays) this.element.scrollIntoView({ block: "nearest" });
  }

  clear() {
    if (!this.answered) return false;
    this.noting();
    this.put(-1);
    this.changed({});
  }

  /** The correction starts from the step as it was written. */
  write() { return this.correction ? this.open(this.correction.field, this.step.source) : false; }
  criticise() { return this.critique ? this.open(this.critique.field, "") : false; }

  open(field, source) {
    this.note.hidden = false;
    if (field.value === "") field.value = source;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    this.element.scrollIntoView({ block: "nearest" });
  }

  typed() {
    this.review.refresh();
    this.changed({ typed: true });
  }

  shown() {
    this.show();
    this.review.refresh();
  }

  /** The fields are there once the step is wrong, and as long as they hold anything. */
  show() {
    const { critique, correction } = this.words;
    const asked = this.isWrong && (this.critique ?? this.correction) !== null;
    this.note.hidden = !asked && critique === "" && correction === "";
    this.element.classList.toggle("blank", !this.answered);
  }

  /** Steps after the first wrong one need no sign. */
  need(required, after) {
    this.required = required && !after;
    this.spared = after;
    this.element.querySelector(".unneeded").hidden = !after || this.answered;
    this.inputs.forEach((input) => (this.required ? input.setAttribute("aria-required", "true") : input.removeAttribute("aria-required")));
  }

  restoreWords({ critique = "", correction = "" } = {}) {
    if (this.critique) this.critique.field.value = critique;
    if (this.correction) this.correction.field.value = correction;
    this.show();
  }

  /** As the answer has it; a correction that only repeats the step corrects nothing. */
  get entry() {
    const entry = { step: this.index, label: this.value ?? null };
    const { critique, correction } = this.words;
    if (critique !== "") entry.critique = critique;
    if (correction !== "" && correction !== this.step.source) entry.correction = correction;
    return entry;
  }
}
