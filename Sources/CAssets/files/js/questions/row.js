import { h, freshID } from "../dom.js";
import { icon } from "../icons.js";

/**
 * The smallest thing that takes one answer. `path` is the JSON Pointer of its place in the answers,
 * `name` how a sentence calls it. A subclass makes `element` and overrides what it can do.
 */
export class Row {
  constructor({ path, name, required }) {
    Object.assign(this, { path, name, required });
    this.wrongID = freshID("wrong");
    this.wrong = h("p", { class: "wrong", id: this.wrongID, hidden: true });
    /** Set by the panel: tells it that something changed; `moves` asks for the next row. */
    this.changed = () => {};
    /** Whether it may stay blank although its question is required. */
    this.spared = false;
    /** Set by the panel: notes the state before a choice, for undo. */
    this.noting = () => {};
    /** Opens the guidelines at the section about it; undefined where they have none. */
    this.why = undefined;
  }

  /** Whether there is an answer. */
  get answered() { return false; }
  /** What is wrong with the answer as words; null if nothing. Missing is told by `answered`. */
  problem() { return null; }
  /** A digit was pressed. False if it means nothing here. */
  digit() { return false; }
  /** Blank again. False if there was nothing to clear. */
  clear() { return false; }
  /** It has become the active row. */
  marked() {}
  /** Another row is the active one now. */
  unmarked() {}
  /** Takes the focus without beginning to type. */
  focus() { this.element.focus({ preventScroll: true }); }
  /** Puts the cursor into the field; false where there is none. */
  write() { return false; }
  /** Whether Enter should enter the field when the answer is missing. */
  get isText() { return false; }
  /** Caps of the first and last key that answers; null without. */
  get keys() { return null; }
  /** Keys that its field knows while typing, for the strip: [caps, words]. */
  get typing() { return []; }
  /** More commands of this row: {keys, run, hint}. */
  get commands() { return []; }
  /** The control that messages belong to. */
  get control() { return this.element; }

  complain(line) {
    this.wrong.replaceChildren(icon("warning"), line);
    this.wrong.hidden = false;
    this.control.setAttribute("aria-invalid", "true");
    this.describe(this.wrongID, true);
  }

  settle() {
    if (this.wrong.hidden) return;
    this.wrong.hidden = true;
    this.control.removeAttribute("aria-invalid");
    this.describe(this.wrongID, false);
  }

  describe(id, on) {
    const ids = new Set((this.control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    if (on) ids.add(id); else ids.delete(id);
    if (ids.size > 0) this.control.setAttribute("aria-describedby", [...ids].join(" "));
    else this.control.removeAttribute("aria-describedby");
  }
}
