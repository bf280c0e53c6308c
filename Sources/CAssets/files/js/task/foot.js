import { button, cap, h } from "../dom.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";

/** What is missing, and the buttons that are always in sight. */
export class Foot {
  constructor(actions) {
    this.why = h("p", { class: "why", id: "why" });
    this.submit = h("button", { type: "button", class: "button submit", "aria-describedby": "why", on: { click: actions.submit } });
    const small = (key, letter, press) => button(say(key), { kind: "quiet small", key: letter, press });
    this.element = h(
      "div", { class: "foot" }, this.why,
      h("div", { class: "line" }, this.submit, button(say("foot.more"), { kind: "narrow-only", press: actions.more })),
      h("div", { class: "line later" }, small("foot.back", "B", actions.back), small("foot.skip", "S", actions.skip),
        small("foot.flag", "F", actions.flag), small("foot.ask", "A", actions.ask)));
  }

  /** Says how far the answer is. `revising` has `same` when nothing differs yet. */
  show(panel, { attempted, revising, same }) {
    if (this.submitting) return;
    const open = panel.open;
    const missing = panel.missing;
    const wrong = open.length - missing.length;
    const ready = open.length === 0 && !(revising && same);
    this.face(ready ? "primary" : "waiting", this.label(panel, missing.length, wrong, attempted, revising));
    if (open.length > 0) this.explain(open[0]);
    else this.tell(sentence(revising && same ? "foot.same" : "foot.complete"), false);
  }

  label(panel, missing, wrong, attempted, revising) {
    if (panel.isBlocked) return say("foot.cant");
    if (attempted && wrong > 0) return say("foot.wrong", { n: wrong + missing });
    if (missing + wrong > 0) return say("foot.missing", { n: missing + wrong });
    return say(revising ? "foot.revise" : "foot.submit");
  }

  explain(row) {
    const name = h("b", {}, h("bdi", {}, row.name));
    const line = row.problem();
    if (line) return this.tell(sentence("foot.mend", { name, line }), false);
    if (row.isText) return this.tell(sentence("foot.write", { name, key: cap("E") }), false);
    const keys = row.keys;
    this.tell(keys ? sentence("foot.choose", { name, first: cap(keys[0]), last: cap(keys[1]) }) : sentence("foot.choose-one", { name }), false);
  }

  /** A line of its own, until the next change. */
  tell(content, isWrong, isTold = false) {
    this.why.className = `why${isWrong ? " wrong" : ""}${isTold ? " told" : ""}`;
    this.why.replaceChildren(...(isWrong ? [h("span", {}, icon("warning"), content)] : [content]));
  }

  /** Only what lasts longer than a moment is said. */
  begin() {
    this.submitting = true;
    this.late = setTimeout(() => this.face("primary", say("foot.submitting")), 150);
  }

  end() {
    this.submitting = false;
    clearTimeout(this.late);
  }

  face(kind, label) {
    this.submit.className = `button submit ${kind}`;
    this.submit.replaceChildren(label, cap("Enter"));
  }
}
