// Looking for words in a task. What is folded away is looked through too, and opened when one gets there.
import { button, h } from "../dom.js";
import { keyName } from "../app/keys.js";
import { mark, reveal } from "../content/marks.js";
import { piecesIn } from "../content/piece.js";
import { TextIndex } from "../content/text-index.js";
import { say } from "../say.js";

/** Not more than so many are marked at once; all are counted. */
const painted = 2_000;

export class Search {
  /** `back()` gives the focus back to the answer. */
  constructor(material, back) {
    Object.assign(this, { material, back, found: [], at: -1, indexes: new Map() });
    this.field = h("input", {
      type: "text", "aria-label": say("read.search-field"), autocomplete: "off", spellcheck: "false", dir: "auto",
      on: { input: () => this.look(), keydown: (event) => this.press(event) },
    });
    this.count = h("span", { class: "digits", role: "status" });
    const small = (label, key, press) => button(say(label), { kind: "quiet small", key, press });
    this.element = h(
      "div", { class: "search", role: "search", hidden: true }, this.field, this.count,
      small("read.next", "Enter", () => this.go(1)), small("read.previous", "Shift+Enter", () => this.go(-1)), small("dialog.close", "Esc", () => this.close()));
    this.fresh = () => { if (!this.element.hidden) this.refresh(); };
    material.addEventListener("piece", this.fresh);
  }

  open() {
    this.element.hidden = false;
    this.field.focus();
    this.field.select();
    this.look();
  }

  close() {
    this.element.hidden = true;
    this.found = [];
    this.paint();
    this.back();
  }

  /** Takes the marks off the page, which outlive it otherwise. */
  end() {
    mark("found", []);
    mark("found-here", []);
  }

  press(event) {
    const step = { Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (event.isComposing || (step === undefined && keyName(event) !== "Escape")) return;
    event.preventDefault();
    if (step) this.go(step); else this.close();
  }

  /** Something else is shown than before: the same words, at other places. */
  refresh() {
    if (this.waits) return;
    this.waits = true;
    queueMicrotask(() => {
      this.waits = false;
      this.indexes.clear();
      this.find();
      this.at = Math.min(this.at, this.found.length - 1);
      this.paint();
    });
  }

  look() {
    this.at = -1;
    this.indexes.clear();
    this.find();
    if (this.found.length > 0) this.go(1); else this.paint();
  }

  find() {
    const words = this.field.value.trim();
    const pattern = words === "" ? null : new RegExp(words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu");
    this.found = pattern ? piecesIn(this.material).flatMap((piece) => this.inPiece(piece, pattern)) : [];
  }

  /** Matches of a piece: {piece, from, to}. In what is folded they are places in its source. */
  inPiece(piece, pattern) {
    const text = piece.isWhole ? this.indexOf(piece).text : piece.source;
    return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ piece, from: index, to: index + words.length }));
  }

  indexOf(piece) {
    if (!this.indexes.has(piece)) this.indexes.set(piece, new TextIndex(piece));
    return this.indexes.get(piece);
  }

  go(by) {
    const n = this.found.length;
    if (n === 0) return;
    this.at = this.at < 0 ? 0 : (this.at + by + n) % n;
    const { piece, from, to } = this.found[this.at];
    if (!piece.isWhole) {
      piece.open();
      this.indexes.delete(piece);
    }
    this.paint();
    const range = this.indexOf(piece).range(from, to);
    if (range) reveal(range);
  }

  paint() {
    const near = this.found.slice(Math.max(0, this.at - painted / 2), this.at + painted);
    const ranges = near.filter(({ piece }) => piece.isWhole).map((each) => this.rangeOf(each)).filter(Boolean);
    const here = this.found[this.at];
    mark("found", ranges, 2);
    mark("found-here", here?.piece.isWhole ? [this.rangeOf(here)].filter(Boolean) : [], 3);
    const n = this.found.length;
    this.count.textContent = this.field.value.trim() === "" ? "" : n === 0 ? say("read.none") : say("read.count", { at: this.at + 1, n });
  }

  rangeOf({ piece, from, to }) { return this.indexOf(piece).range(from, to); }
}
