import { freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";

/** A passphrase that is being chosen: the rule beside it, and the same again. */
export class NewPassphrase {
  constructor({ field, again, rule }) {
    this.wrongID = freshID("wrong");
    const ruleID = freshID("rule");
    this.first = this.field(`${ruleID} ${this.wrongID}`);
    this.second = this.field(this.wrongID);
    this.wrong = h("p", { class: "wrong", id: this.wrongID, role: "alert" });
    this.element = [
      h("label", {}, say(field), this.first),
      h("p", { class: "fine rule", id: ruleID }, say(rule)),
      h("label", {}, say(again), this.second),
      this.wrong,
    ];
  }

  field(describedBy) {
    return h("input", { type: "password", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": describedBy });
  }

  /** The passphrase, or null, with the reason beside the fields. */
  value() {
    const [first, second] = [this.first.value, this.second.value];
    if (!longEnough(first)) return this.complain(say("make.short"), this.first);
    if (first !== second) {
      this.clear();
      return this.complain(say("make.differ"), this.first);
    }
    return first;
  }

  complain(line, field = this.first) {
    this.wrong.replaceChildren(icon("warning"), line);
    field.focus();
    return null;
  }

  clear() {
    this.first.value = "";
    this.second.value = "";
  }
}

const longEnough = (text) => [...text].length >= 12 || text.split(" ").filter(Boolean).length >= 5;
