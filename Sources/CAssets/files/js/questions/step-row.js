import { freshID, h } from "../dom.js";
import { say } from "../say.js";
import { Row } from "./row.js";
import { OriginCounter } from "./text-count.js";

/** A field that grows: one step of a chain of thought, with its other versions. */
export class StepRow extends Row {
  constructor(chain, versions = [""]) {
    super({ path: "", name: "", required: false });
    this.chain = chain;
    this.versions = versions;
    this.at = 0;
    this.number = h("span", { class: "n", "aria-hidden": "true" });
    this.tabs = h("div", { class: "versions", role: "group", hidden: true });
    this.field = h("textarea", {
      rows: "1", dir: "auto", autocomplete: "off", spellcheck: "false",
      on: { input: () => this.typed(), keydown: (event) => this.pressed(event) },
    });
    this.field.value = versions[0];
    new OriginCounter(this.field, chain.origin);
    this.element = h("li", { class: "row", tabindex: "-1" }, this.number, h("div", {}, this.tabs, this.field), this.wrong);
    this.renumber(0, false);
  }

  get answered() { return this.text !== ""; }
  get isBlank() { return this.text === "" && this.alternatives.length === 0; }
  get isText() { return true; }
  get control() { return this.field; }
  /** The main version. */
  get text() { return this.at === 0 ? this.field.value : this.versions[0]; }
  /** The others, without empty ones. */
  get alternatives() {
    this.keep();
    return this.versions.slice(1).filter((version) => version !== "");
  }
  get commands() { return this.chain.commandsFor(this); }
  get typing() {
    const onward = this.chain.ends(this) ? [[["Enter"], "key.to-final"]] : [[["Enter"], "key.new-step"], [["Shift+Enter"], "key.line"]];
    return [...onward, [["Alt+↑", "Alt+↓"], "key.move"], ...(this.chain.needsFinal ? [[["Ctrl+Enter"], "key.to-final"]] : [])];
  }

  problem() { return this.chain.problemOf(this); }
  clear() { return this.chain.remove(this); }

  write(at = null) {
    this.field.focus();
    if (at !== null) this.field.setSelectionRange(at, at);
  }

  /** Its place in the chain has changed. */
  renumber(index, required) {
    this.path = `/${this.chain.question.name}/steps/${index}`;
    this.name = say("steps.step", { n: index + 1 });
    this.required = required;
    this.number.textContent = String(index + 1);
    this.element.setAttribute("aria-label", this.name);
    this.showVersions(index);
  }

  addVersion() {
    this.keep();
    this.versions.push("");
    this.choose(this.versions.length - 1);
    this.write();
  }

  choose(version) {
    this.keep();
    this.at = version;
    this.field.value = this.versions[version];
    this.chain.refresh();
  }

  keep() { this.versions[this.at] = this.field.value; }

  showVersions(index) {
    this.tabs.hidden = this.versions.length < 2;
    this.tabs.setAttribute("aria-label", say("steps.versions", { n: index + 1 }));
    this.tabs.replaceChildren(...this.versions.map((_, n) => h("button", {
      type: "button", "aria-pressed": String(n === this.at), "aria-label": say(n === 0 ? "steps.main" : "steps.version", { n: n + 1 }),
      on: { click: () => { this.choose(n); this.write(); } },
    }, String(n + 1))));
    this.field.setAttribute("aria-label", this.versions.length < 2 ? this.name : say("steps.version-of", { step: index + 1, n: this.at + 1 }));
  }

  typed() {
    this.keep();
    this.chain.refresh();
    this.changed({ typed: true });
  }

  pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const start = this.field.selectionStart;
    const plain = !event.altKey && !event.shiftKey;
    if (event.key === "Enter" && plain && this.chain.ends(this)) this.chain.toFinal();
    else if (event.key === "Enter" && plain && this.at === 0) this.chain.split(this, start, this.field.selectionEnd);
    else if (event.key === "Backspace" && plain && start === 0 && this.field.selectionEnd === 0 && this.chain.merge(this)) { /* done */ }
    else if (event.altKey && event.key === "ArrowUp") this.chain.move(this, -1);
    else if (event.altKey && event.key === "ArrowDown") this.chain.move(this, 1);
    else return;
    event.preventDefault();
  }
}

/** The answer that the chain comes to. */
export class FinalRow extends Row {
  constructor(chain) {
    super({ path: `/${chain.question.name}/final`, name: say("steps.final"), required: chain.question.required ?? false });
    const id = freshID("final");
    this.field = h("textarea", {
      id, rows: "1", dir: "auto", autocomplete: "off", spellcheck: "false", on: { input: () => this.changed({ typed: true }) },
    });
    new OriginCounter(this.field, chain.origin);
    this.element = h("div", { class: "row final", tabindex: "-1", role: "group", "aria-label": this.name }, h("label", { for: id }, this.name), this.field, this.wrong);
  }

  get answered() { return this.field.value !== ""; }
  get isText() { return true; }
  get control() { return this.field; }
  write() { this.field.focus(); }
}
