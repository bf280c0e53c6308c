import { h } from "../dom.js";
import { keyName } from "../app/keys.js";
import { piece } from "../content/piece.js";
import { say } from "../say.js";
import { scalars } from "./text-count.js";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** How many labels are told apart by their line; the next begin again. */
const styles = 5;

/**
 * A text in which parts can be chosen but nothing can be changed: an editable region whose every
 * change is cancelled, so that cursor and selection are those of the system.
 */
export class MarkedText {
  /** Several questions may label parts of one text: `owner` is the row that a digit in it belongs to. */
  constructor(source, name) {
    Object.assign(this, { source, owner: null, painted: new Map() });
    const digit = (key) => this.owner?.digit(key);
    this.element = h("div", {
      class: "plain marked", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-readonly": "true", "aria-label": say("spans.region", { name }),
      dir: "auto", spellcheck: "false", translate: "no",
      on: {
        beforeinput: (event) => event.preventDefault(), input: () => this.fill(), drop: (event) => event.preventDefault(),
        keydown: (event) => {
          const key = keyName(event);
          const isDone = key === "Escape" ? this.leave() : /^\d$/.test(key) && digit(key);
          if (isDone !== false) event.preventDefault();
        },
      },
    });
    piece(this.element, source, () => [], { fixed: true });
    this.fill();
  }

  /** Gives the keys back to the question that they were lent by. */
  leave() { this.owner.element.focus({ preventScroll: true }); }

  /** What an input method wrote in spite of that goes again. */
  fill() {
    this.node = document.createTextNode(this.source);
    this.element.replaceChildren(this.node);
    for (const each of this.painted.values()) each.again();
  }

  /** What is chosen in the text; null if the selection isn't in it. */
  get chosen() {
    const selection = document.getSelection();
    if (selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!this.element.contains(range.startContainer) || !this.element.contains(range.endContainer)) return null;
    return { from: this.place(range.startContainer, range.startOffset), to: this.place(range.endContainer, range.endOffset) };
  }

  /** A place in the text in UTF-16 units; one in the region itself is before or after the text. */
  place(container, offset) {
    if (container === this.node) return offset;
    return offset === 0 ? 0 : this.source.length;
  }

  /** What a label would be put on: whole characters of the selection, else the word at the cursor. */
  target() {
    const { chosen } = this;
    if (chosen === null || this.source === "") return null;
    const { from, to } = chosen;
    if (from === to) {
      const word = words.segment(this.source).containing(Math.min(from, this.source.length - 1));
      return word.isWordLike ? { from: word.index, to: word.index + word.segment.length } : null;
    }
    const last = graphemes.segment(this.source).containing(to - 1);
    return { from: graphemes.segment(this.source).containing(from).index, to: last.index + last.segment.length };
  }

  /** Unicode scalars before a place, and back. */
  scalarsTo(place) { return scalars(this.source.slice(0, place)); }
  placeOf(count) {
    let place = 0;
    for (const character of this.source) {
      if (count === 0) break;
      count -= 1;
      place += character.length;
    }
    return place;
  }

  /** Paints {from, to, style} of a question; `here` is the one that keys act on. */
  paint(question, spans, here) {
    for (const [name, range] of this.painted.get(question)?.ranges ?? []) CSS.highlights.get(name)?.delete(range);
    const ranges = spans.flatMap((span) => {
      const names = [`mark-${span.style % styles}`, ...(span === here ? ["mark-here"] : [])];
      return names.map((name) => [name, this.range(span)]);
    });
    this.painted.set(question, { ranges, again: () => this.paint(question, spans, here) });
    for (const [name, range] of ranges) {
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
      const highlight = CSS.highlights.get(name);
      highlight.priority = name === "mark-here" ? 1 : 0;
      highlight.add(range);
    }
  }

  range({ from, to }) {
    return new StaticRange({ startContainer: this.node, startOffset: from, endContainer: this.node, endOffset: to });
  }

  /** Brings a part of the text into view. */
  reveal({ from, to }) {
    const range = document.createRange();
    range.setStart(this.node, from);
    range.setEnd(this.node, to);
    const pane = this.element.closest(".material");
    const box = range.getBoundingClientRect();
    const view = pane?.getBoundingClientRect();
    if (view && (box.top < view.top + 48 || box.top > view.bottom - 48)) pane.scrollBy({ top: box.top - view.top - view.height / 3 });
  }
}
