import { cap, h } from "../dom.js";
import { say, sentence } from "../say.js";
import { letterOf } from "../task/material.js";
import { head, titleOf } from "./head.js";
import { drawCell, RadioRow } from "./radio-row.js";

/** Which response is better. Of two with a strength, winner and strength are one key. */
export class PreferenceQuestion {
  constructor(question, context) {
    this.question = question;
    this.keys = context.outputs(question.of);
    this.joined = this.keys.length === 2 && question.strength;
    const options = this.joined ? this.joinedOptions() : this.plainOptions();
    this.row = new RadioRow({
      path: `/${question.name}`, name: titleOf(question), required: question.required ?? false, options,
      draw: (option, key) => (option.kind === "apart" ? [cap(key), option.label] : drawCell(option, key)),
    });
    this.said = h("p", { class: "said", "aria-hidden": "true" });
    this.row.shown = () => this.showChosen();
    const cells = this.row.picks.filter((_, index) => options[index].kind !== "apart");
    const apart = this.row.picks.filter((_, index) => options[index].kind === "apart");
    this.row.frame(
      h("legend", { class: "sr" }, titleOf(question)), h("div", { class: "scale" }, cells), this.ends(),
      h("div", { class: "under" }, this.said, apart));
    this.rows = [this.row];
    this.element = h("section", { class: "question" }, head(question), this.row.element);
    if (question.strength && !this.joined) this.addStrength();
    this.showChosen();
  }

  /** A 3 … A 1, tie, B 1 … B 3. */
  joinedOptions() {
    const [a, b] = this.keys;
    const total = this.question.strength;
    const side = (key, letter, n) => ({ value: { winner: key, strength: n }, face: "", label: better(letter, n, total) });
    const left = range(total).reverse().map((n) => side(a, "A", n));
    const right = range(total).map((n) => side(b, "B", n));
    const options = [...left, ...this.tie(), ...right, ...this.bothBad()];
    options.forEach((option, index) => { option.face = String(index + 1); });
    return options;
  }

  plainOptions() {
    const winners = this.keys.map((key, index) => ({
      value: { winner: key }, face: letterOf(index),
      label: say(this.keys.length === 2 ? "preference.better-1-1" : "preference.best", { letter: letterOf(index) }),
    }));
    return [...winners, ...this.tie(), ...this.bothBad()];
  }

  tie() {
    if (!this.question.tie) return [];
    return [{ value: { winner: "tie" }, face: say("preference.tie"), label: say("preference.tie"), kind: "middle" }];
  }

  bothBad() {
    if (!this.question.bothBad) return [];
    return [{ value: { winner: "bothBad" }, label: say(this.keys.length === 2 ? "preference.both" : "preference.all"), kind: "apart" }];
  }

  /** More than two responses: how much better is a row of its own. */
  addStrength() {
    const total = this.question.strength;
    const options = range(total).map((n) => ({ value: n, label: say("preference.strength-n", { n, total }) }));
    this.strength = new RadioRow({
      path: `/${this.question.name}/strength`, name: say("preference.strength"), required: this.question.required ?? false, options, draw: drawCell,
    });
    this.element.append(this.strength.frame(h("legend", {}, say("preference.strength")), h("div", { class: "scale" }, this.strength.picks)));
    this.rows.push(this.strength);
  }

  ends() {
    if (!this.joined) return null;
    const end = this.question.strength > 1 ? "preference.end" : "preference.end-plain";
    return h("p", { class: "ends", "aria-hidden": "true" }, h("span", {}, say(end, { letter: "A" })),
      this.question.tie ? h("span", {}, say("preference.tie")) : null, h("span", {}, say(end, { letter: "B" })));
  }

  showChosen() {
    const option = this.row.options[this.row.chosen];
    this.said.replaceChildren(option ? sentence("preference.said", { what: h("b", {}, option.label) }) : "");
    if (!this.strength) return;
    const counts = this.keys.includes(option?.value.winner);
    this.strength.element.hidden = !counts;
    if (!counts) this.strength.put(-1);
  }

  value() {
    if (!this.row.answered) return undefined;
    const value = { ...this.row.value };
    if (this.strength?.answered) value.strength = this.strength.value;
    return value;
  }

  restore(value) {
    if (!this.strength || !value) return this.row.putValue(value);
    this.row.putValue({ winner: value.winner });
    this.strength.putValue(value.strength);
  }
}

const range = (n) => Array.from({ length: n }, (_, index) => index + 1);

function better(letter, n, total) {
  return total <= 3 ? say(`preference.better-${n}-${total}`, { letter }) : say("preference.better-n", { letter, n, total });
}
