import { h } from "../dom.js";
import { say } from "../say.js";
import { Row } from "./row.js";
import { OriginCounter } from "./text-count.js";
import { ToolCall } from "./tool-call.js";

/** One turn of a dialogue: who, what they say, which tools they call. */
export class TurnRow extends Row {
  constructor(talk, { role, content = "", tool_calls: calls = [] }) {
    super({ path: "", name: "", required: false });
    this.talk = talk;
    this.role = h("select", { on: { change: () => this.typed() } }, talk.question.roles.map((each) => h("option", { value: each }, each)));
    this.role.value = role;
    this.field = h("textarea", { rows: "1", dir: "auto", autocomplete: "off", spellcheck: "false", on: { input: () => this.typed() } });
    this.field.value = content ?? "";
    new OriginCounter(this.field, talk.origin);
    this.calls = calls.map((call) => new ToolCall(this, talk.question.tools, call.function));
    this.list = h("div", { class: "tool-calls" }, this.calls.map((call) => call.element));
    this.element = h("li", { class: "row turn", tabindex: "-1" }, h("div", { class: "who" }, this.number = h("span", { class: "n", "aria-hidden": "true" }), this.role), h("div", { class: "words" }, this.field, this.list), this.wrong);
  }

  get answered() { return this.field.value !== "" || this.calls.length > 0; }
  get isText() { return true; }
  get control() { return this.field; }
  get keys() { return ["1", String(this.talk.question.roles.length)]; }
  get commands() { return this.talk.commandsFor(this); }
  get typing() { return [[["Ctrl+Shift+Enter"], "key.next-turn"], [["Alt+↑", "Alt+↓"], "key.move-turn-short"]]; }

  problem() { return this.calls.map((call) => call.problem()).find(Boolean) ?? this.talk.problemOf(this); }
  clear() { return this.talk.remove(this); }

  write(at = null) {
    this.field.focus();
    if (at !== null) this.field.setSelectionRange(at, at);
  }

  /** A digit says who speaks. */
  digit(key) {
    const role = this.talk.question.roles[Number(key) - 1];
    if (!role) return false;
    this.noting();
    this.role.value = role;
    this.typed();
  }

  renumber(index, required) {
    this.path = `/${this.talk.question.name}/${index}`;
    this.name = say("talk.turn", { n: index + 1 });
    this.required = required;
    this.number.textContent = String(index + 1);
    this.element.setAttribute("aria-label", this.name);
    this.role.setAttribute("aria-label", say("talk.role", { n: index + 1 }));
    this.field.setAttribute("aria-label", this.name);
    this.element.classList.toggle("other", this.talk.question.roles.indexOf(this.role.value) % 2 === 1);
  }

  typed() {
    this.talk.refresh();
    this.changed({ typed: true });
  }

  addCall() {
    this.noting();
    const call = new ToolCall(this, this.talk.question.tools);
    this.calls.push(call);
    this.list.append(call.element);
    this.typed();
    call.focus();
  }

  removeCall(call) {
    this.noting();
    this.calls.splice(this.calls.indexOf(call), 1);
    call.element.remove();
    this.typed();
    this.focus();
  }

  /** A turn that only calls tools is without words. */
  get entry() {
    const entry = { role: this.role.value, content: this.field.value };
    if (this.calls.length === 0) return entry;
    return { ...entry, content: entry.content === "" ? null : entry.content, tool_calls: this.calls.map((call) => call.entry) };
  }
}
