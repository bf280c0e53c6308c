import { button, freshID, h } from "../dom.js";
import { say } from "../say.js";
import { OriginCounter } from "./text-count.js";

/** A tool call of a turn: the tool, a field for each of its arguments, or all of them as JSON. */
export class ToolCall {
  /** `owner` is the turn; `given` the function's {name, arguments} as the answer has it. */
  constructor(owner, tools, given = { name: tools[0].name, arguments: {} }) {
    Object.assign(this, { owner, tools });
    this.choice = h("select", { "aria-label": say("talk.tool"), on: { change: () => this.change() } }, tools.map(({ name }) => h("option", { value: name }, name)));
    this.choice.value = given.name;
    this.help = h("p", { class: "fine" });
    this.fields = h("div", { class: "given" });
    this.mode = button(say("talk.json"), { kind: "quiet small", "aria-pressed": "false", press: () => this.switchMode() });
    const remove = button(say("talk.remove-call"), { kind: "quiet small", press: () => owner.removeCall(this) });
    this.element = h("div", { class: "tool-call", role: "group", "aria-label": say("talk.call") }, h("div", { class: "call-line" }, this.choice, h("span", { class: "gap" }), this.mode, remove), this.help, this.fields);
    this.put(given.arguments);
  }

  get tool() { return this.tools.find(({ name }) => name === this.choice.value); }

  /** Values that no field can hold as they are, or under other names, are shown as JSON. */
  put(values) {
    const plain = Object.entries(values).every(([name, value]) => typeof value === "string" && this.tool.arguments?.includes(name));
    this.show(values, !plain);
  }

  show(values, raw) {
    this.raw = raw;
    this.mode.setAttribute("aria-pressed", String(raw));
    this.help.textContent = this.tool.description ?? "";
    this.inputs = raw ? [] : (this.tool.arguments ?? []).map((name) => this.argument(name, values[name] ?? ""));
    this.json = raw ? this.field(h("textarea", { rows: "3", class: "code", dir: "ltr", "aria-label": say("talk.json-of"), autocomplete: "off", spellcheck: "false" }), JSON.stringify(values, null, 2)) : null;
    this.fields.replaceChildren(...(raw ? [this.json] : this.inputs.map(({ element }) => element)));
  }

  argument(name, value) {
    const id = freshID("argument");
    const input = this.field(h("input", { type: "text", id, dir: "auto", autocomplete: "off", spellcheck: "false" }), value);
    return { name, input, element: h("div", { class: "argument" }, h("label", { for: id }, h("bdi", {}, name)), input) };
  }

  field(element, value) {
    element.value = value;
    new OriginCounter(element, this.owner.talk.origin);
    element.addEventListener("input", () => this.owner.typed());
    return element;
  }

  /** Another tool: what stands under the names that it shares stays. */
  change() {
    this.show(this.values ?? {}, false);
    this.owner.typed();
  }

  switchMode() {
    if (this.values === null) return this.json.focus();
    if (this.raw) this.put(this.values);
    else this.show(this.values, true);
    (this.json ?? this.inputs[0]?.input ?? this.choice).focus();
  }

  /** The arguments; null where the JSON is none, or no object. */
  get values() {
    if (!this.raw) return Object.fromEntries(this.inputs.filter(({ input }) => input.value !== "").map(({ name, input }) => [name, input.value]));
    try {
      const value = JSON.parse(this.json.value);
      return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** What is wrong with it, in words. */
  problem() {
    if (this.values === null) return say("wrong.json");
    const strange = Object.keys(this.values).find((name) => !this.tool.arguments?.includes(name));
    return strange === undefined ? null : say("wrong.argument", { name: strange });
  }

  get entry() { return { function: { name: this.choice.value, arguments: this.values ?? {} } }; }
  focus() { this.choice.focus(); }
}
