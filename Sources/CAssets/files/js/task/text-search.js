import { h } from "../dom.js";
import { say } from "../say.js";

const name = "guideline-search";

/** A field that finds words in a text and marks them without changing it. */
export class TextSearch {
  /** `done` is called when Esc ends the search. */
  constructor(text, done) {
    Object.assign(this, { text, found: [], at: -1, done });
    this.said = h("span", { class: "fine digits", role: "status" });
    this.field = h("input", {
      type: "text", autocomplete: "off", spellcheck: "false", "aria-label": say("guidelines.search"), placeholder: say("guidelines.search"),
      on: { input: () => this.find(), keydown: (event) => this.heard(event) },
    });
    this.element = h("div", { class: "search-in" }, this.field, this.said);
  }

  find() {
    const words = this.field.value.toLocaleLowerCase();
    this.found = words ? [...this.ranges(words)] : [];
    this.at = -1;
    this.mark();
    if (this.found.length > 0) this.step(1);
    this.say();
  }

  *ranges(words) {
    const walker = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const content = node.data.toLocaleLowerCase();
      for (let at = content.indexOf(words); at >= 0; at = content.indexOf(words, at + words.length)) {
        const range = new Range();
        range.setStart(node, Math.min(at, node.length));
        range.setEnd(node, Math.min(at + words.length, node.length));
        yield range;
      }
    }
  }

  step(by) {
    if (this.found.length === 0) return;
    this.at = (this.at + by + this.found.length) % this.found.length;
    this.bring(this.found[this.at]);
    this.mark();
    this.say();
  }

  /** Scrolls the text and nothing around it. */
  bring(range) {
    const box = this.text.getBoundingClientRect();
    this.text.scrollBy({ top: range.getBoundingClientRect().top - box.top - box.height / 3 });
  }

  mark() {
    CSS.highlights.set(name, new Highlight(...this.found));
    CSS.highlights.set(`${name}-here`, new Highlight(...this.found.slice(Math.max(0, this.at), this.at + 1)));
  }

  say() {
    const n = this.found.length;
    this.said.textContent = this.field.value === "" ? "" : n === 0 ? say("guidelines.not-found") : say("guidelines.found", { at: this.at + 1, n });
  }

  heard(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  end() {
    this.field.value = "";
    this.find();
    this.done();
  }

  clear() {
    CSS.highlights.delete(name);
    CSS.highlights.delete(`${name}-here`);
  }
}
