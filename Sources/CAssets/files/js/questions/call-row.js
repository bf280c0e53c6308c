import { cap, freshID, h } from "../dom.js";
import { callHead } from "../content/timeline.js";
import { say } from "../say.js";
import { Row } from "./row.js";
import { OriginCounter } from "./text-count.js";

const pairs = [
  { name: "tool", values: ["right", "wrong"], words: ["calls.right", "calls.wrong"], label: "calls.tool" },
  { name: "arguments", values: ["right", "wrong"], words: ["calls.right", "calls.wrong"], label: "calls.arguments" },
  { name: "needed", values: [true, false], words: ["calls.yes", "calls.no"], label: "calls.needed" },
];
const severity = { name: "severity", values: [1, 2, 3], words: ["calls.severity-1", "calls.severity-2", "calls.severity-3"], label: "calls.severity" };

/** One group of radio buttons of a call. */
class Pair {
  constructor(row, { name, values, words, label }) {
    Object.assign(this, { row, name, values, chosen: -1 });
    const group = freshID("pair");
    this.inputs = values.map((_, index) => h("input", {
      type: "radio", name: group, "aria-label": say("calls.cell", { name: say(label), label: say(words[index]) }), "aria-keyshortcuts": String(index + 1),
      on: { change: () => row.choose(this, index), focus: () => row.aim(this) },
    }));
    this.element = h(
      "fieldset", { class: "pair-row" }, h("legend", {}, say(label)),
      h("div", { class: `cells of-${values.length}` }, values.map((_, index) => h("label", { class: `pick v${index}` }, this.inputs[index], say(words[index]), cap(String(index + 1))))));
  }

  get value() { return this.values[this.chosen]; }
  get isWrong() { return this.chosen === 1; }

  put(index) {
    this.chosen = index;
    this.inputs.forEach((input, each) => { input.checked = each === index; });
  }
}

/** One call with its three judgements; once something is wrong, how bad it is and why. */
export class CallRow extends Row {
  constructor(calls, call, content, index) {
    const name = say("calls.name", { n: index + 1, tool: call.name ?? "" });
    super({ path: `/${calls.question.name}/${index}`, name, required: calls.question.required ?? false });
    Object.assign(this, { calls, call, index });
    this.pairs = pairs.map((each) => new Pair(this, each));
    this.severity = new Pair(this, severity);
    this.at = this.pairs[0];
    this.comment = h("textarea", { rows: "1", dir: "auto", autocomplete: "off", spellcheck: "false", id: freshID("comment"), on: { input: () => this.typed() } });
    new OriginCounter(this.comment, calls.origin);
    this.state = h("span", { class: "pill" });
    this.more = h(
      "div", { class: "harm" }, this.severity.element,
      h("div", { class: "comment" }, h("label", { for: this.comment.id }, say("calls.comment"), cap("C")), this.comment));
    this.element = h(
      "div", { class: "row card-call", tabindex: "-1", role: "group", "aria-label": name }, callHead(call, index, this.state), content,
      h("div", { class: "judge" }, this.pairs.map((pair) => pair.element), this.more), this.wrong);
    this.show();
  }

  get answered() { return this.pairs.every((pair) => pair.chosen >= 0); }
  get hasFault() { return this.pairs.some((pair) => pair.isWrong); }
  get keys() { return ["1", String(this.at.values.length)]; }
  get commands() { return this.calls.commandsFor(this); }

  focus() { (this.at.inputs[this.at.chosen] ?? this.at.inputs[0]).focus({ preventScroll: true }); }

  /** The group that digits answer. */
  aim(pair) {
    this.at = pair;
    for (const each of [...this.pairs, this.severity]) each.element.classList.toggle("here", each === pair);
  }

  /** Keys begin with the first group that is still blank. */
  marked() {
    if (!this.element.contains(document.activeElement)) this.aim(this.pairs.find((pair) => pair.chosen < 0) ?? this.pairs[0]);
    this.calls.mark(this);
  }

  unmarked() {
    for (const each of [...this.pairs, this.severity]) each.element.classList.remove("here");
    this.calls.mark(null);
  }

  digit(key) {
    const index = Number(key) - 1;
    if (index < 0 || index >= this.at.values.length) return false;
    const pair = this.at;
    if (pair.chosen !== index) this.choose(pair, index);
    const next = this.pairs.find((each) => each.chosen < 0) ?? (this.hasFault && this.severity.chosen < 0 ? this.severity : null);
    if (next) {
      this.aim(next);
      this.focus();
      return;
    }
    pair.inputs[index].focus({ preventScroll: true });
    this.changed({ moves: !this.hasFault || pair === this.severity });
  }

  choose(pair, index) {
    this.noting();
    pair.put(index);
    this.show();
    this.changed({});
    this.more.scrollIntoView({ block: "nearest" });
  }

  /** Right tool, right arguments, needed. */
  fine() {
    this.pairs.forEach((pair) => pair.put(0));
    this.severity.put(-1);
    this.show();
  }

  clear() {
    if (this.pairs.every((pair) => pair.chosen < 0) && this.severity.chosen < 0) return false;
    this.noting();
    for (const each of [...this.pairs, this.severity]) each.put(-1);
    this.aim(this.pairs[0]);
    this.show();
    this.changed({});
  }

  remark() {
    this.more.hidden = false;
    this.comment.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  typed() {
    this.show();
    this.changed({ typed: true });
  }

  /** Words for where it stands, from what has been chosen. */
  get standing() {
    if (this.hasFault) return { kind: "bad", word: this.pairs.find((pair) => pair.isWrong).name };
    if (this.answered) return { kind: "good", word: "fine" };
    return { kind: "open", word: this.pairs.some((pair) => pair.chosen >= 0) ? "begun" : "blank" };
  }

  show() {
    this.more.hidden = !this.hasFault && this.comment.value === "";
    this.severity.element.hidden = !this.hasFault;
    if (!this.hasFault) this.severity.put(-1);
    const { kind, word } = this.standing;
    this.state.className = `pill ${kind}`;
    this.state.textContent = stateWords(word);
    this.calls.refresh();
  }

  /** As the answer has it; undefined while nothing is said about the call. */
  get entry() {
    const entry = { message: this.call.message, call: this.call.call };
    for (const each of [...this.pairs, this.severity]) if (each.chosen >= 0) entry[each.name] = each.value;
    if (this.comment.value !== "") entry.comment = this.comment.value;
    return Object.keys(entry).length > 2 ? entry : undefined;
  }

  put(entry = {}) {
    for (const each of [...this.pairs, this.severity]) each.put(each.values.indexOf(entry[each.name]));
    this.comment.value = entry.comment ?? "";
    this.show();
  }
}

/** How the map and the head of a call name its state. */
export const stateWords = (word) => say({
  tool: "calls.wrong-tool", arguments: "calls.wrong-arguments", needed: "calls.not-needed", fine: "calls.fine", begun: "calls.begun", blank: "calls.blank",
}[word]);
