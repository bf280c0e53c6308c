import { get } from "../api.js";
import { button, h } from "../dom.js";
import { say } from "../say.js";
import { markdown } from "../content/tree.js";
import { plainWords } from "./sections.js";
import { TextSearch } from "./text-search.js";

/** Where each project's guidelines were left, for as long as the page lives. */
const places = new Map();
/** Fewer headings need no outline. */
const fewest = 3;

/** The guidelines over the material, never over the answer. */
export class Guidelines {
  constructor(work, project, toggled) {
    Object.assign(this, { work, project, toggled, element: null });
  }

  get isOpen() { return this.element !== null; }

  async toggle() {
    if (this.isOpen) return this.close();
    const guidelines = await get(`projects/${this.project}/guidelines`);
    if (this.isOpen) return;
    this.build(guidelines);
    this.work.classList.add("guided");
    this.work.prepend(this.element);
    this.text.scrollTop = places.get(this.project) ?? 0;
    this.toggled(true);
  }

  /** Opens them at the section with this heading, as `plainWords` spells it. */
  async openAt(section) {
    if (!this.isOpen) await this.toggle();
    const heading = this.sections.get(section);
    if (heading) this.goTo(heading);
    else this.text.focus();
  }

  get headings() { return [...this.text.querySelectorAll("h3, h4, h5, h6")]; }

  build({ content, version, newest }) {
    const body = content.length > 0 ? markdown(content, this.project) : h("p", { class: "muted" }, say("guidelines.none"));
    this.text = h("div", { class: "text", tabindex: "0", role: "group", "aria-label": say("guidelines.text") }, body);
    // Of two sections with one name the first is meant.
    this.sections = new Map(this.headings.reverse().map((heading) => [plainWords(heading.textContent), heading]));
    this.markNew(newest);
    this.search = new TextSearch(this.text, () => this.text.focus());
    const outline = this.outline();
    this.element = h(
      "aside", { class: "guidelines", "aria-label": say("guidelines.title"), on: { keydown: (event) => this.heard(event) } },
      h("div", { class: "head" }, h("h2", {}, say("guidelines.title")), h("span", { class: "fine" }, say("guidelines.version", { n: version })), h("span", { class: "gap" }),
        button(say("guidelines.close"), { kind: "quiet small", key: "G", press: () => this.close() })),
      h("div", { class: "finding" }, this.search.element), outline, this.text);
  }

  /** `/` with the focus in here searches here, not in the task. */
  heard(event) {
    if (event.key !== "/" || event.target.matches("input")) return;
    event.preventDefault();
    event.stopPropagation();
    this.search.field.focus();
  }

  /** What came with the newest version stays marked at the margin. */
  markNew(newest) {
    const fresh = new Set(newest.flatMap(({ parts }) => parts.filter((part) => part.new)).flatMap(({ content }) => [...markdown(content, this.project).querySelectorAll("p, li, h3, h4, h5, h6, pre, td")].map((each) => each.textContent.trim())));
    fresh.delete("");
    for (const each of this.text.querySelectorAll("p, li, h3, h4, h5, h6, pre, td")) {
      if (!fresh.has(each.textContent.trim())) continue;
      each.classList.add("fresh");
      each.prepend(h("span", { class: "sr" }, say("guidelines.fresh")));
    }
  }

  outline() {
    const headings = this.headings.filter((each) => each.matches("h3, h4"));
    if (headings.length < fewest) return null;
    return h("details", { class: "outline" }, h("summary", {}, say("guidelines.outline")), h("ul", {}, headings.map((heading) => h(
      "li", { class: heading.localName }, button(heading.textContent, { kind: "quiet small", press: () => this.goTo(heading) })))));
  }

  goTo(heading) {
    heading.tabIndex = -1;
    this.text.scrollBy({ top: heading.getBoundingClientRect().top - this.text.getBoundingClientRect().top - 8 });
    heading.focus({ preventScroll: true });
  }

  close() {
    places.set(this.project, this.text.scrollTop);
    this.search.clear();
    const held = this.element.contains(document.activeElement);
    this.element.remove();
    this.element = null;
    this.work.classList.remove("guided");
    this.toggled(false, held);
  }
}
