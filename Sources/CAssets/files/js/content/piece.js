// A text of the task as one sees it: its exact source, how it is rendered, which of the two is shown.
import { raw } from "./raw.js";
import { box, findUnseen } from "./unseen.js";

const known = new WeakMap();

/** The pieces below an element, in the order in which they are read. */
export const piecesIn = (root) => [...root.querySelectorAll(".piece")].map((each) => known.get(each)).filter(Boolean);

/** Makes an element show a text: `render(string)` gives its content. Gives the element. */
export function piece(element, source, render, more = {}) {
  const made = new Piece(element, source, render, more);
  made.show();
  return element;
}

export class Piece {
  /**
   * `part` is the beginning that is shown until all is asked for; `opens` is called to put a piece
   * that is folded away on the page; a `fixed` one is always shown as it is.
   */
  constructor(element, source, render, { part = null, opens = null, fixed = false } = {}) {
    Object.assign(this, { element, source, render, part, opens, fixed, isRaw: false, isBoxed: false });
    element.classList.add("piece");
    known.set(element, this);
  }

  /** What is hidden in the source: found once, when it is first asked for. */
  get unseen() { return (this.found ??= findUnseen(this.source)); }

  /** Whether all of it is on the page. */
  get isWhole() { return this.part === null; }

  /** What is on the page now. */
  get text() { return this.part ?? this.source; }

  show() {
    const { element, text } = this;
    if (this.fixed) {
      if (!element.firstChild) element.append(...this.render(text));
    } else {
      element.replaceChildren(...(this.isRaw ? raw(text, this.source) : this.render(text)));
      element.classList.toggle("as-raw", this.isRaw);
      if ((this.isRaw || this.isBoxed) && this.unseen.length > 0) box(element);
    }
    element.dispatchEvent(new CustomEvent("piece", { bubbles: true }));
  }

  /** Shows it raw or rendered, and what is hidden in it as boxes or not at all. */
  look({ isRaw = this.isRaw, isBoxed = this.isBoxed }) {
    const changes = isRaw !== this.isRaw || (isBoxed !== this.isBoxed && this.unseen.length > 0);
    Object.assign(this, { isRaw, isBoxed });
    if (changes && !this.fixed) this.show();
  }

  /** Puts all of it on the page. */
  open() {
    this.opens?.();
    if (this.isWhole) return;
    this.part = null;
    this.show();
  }
}
