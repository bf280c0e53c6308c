import { get } from "../api.js";
import { button, h } from "../dom.js";
import { say } from "../say.js";
import { markdown } from "../content/tree.js";

/** Where each project's guidelines were left, for as long as the page lives. */
const places = new Map();

/** The guidelines over the material, never over the answer. */
export class Guidelines {
  constructor(work, project, toggled) {
    Object.assign(this, { work, project, toggled, element: null });
  }

  get isOpen() { return this.element !== null; }

  async toggle() {
    if (this.isOpen) return this.close();
    const { content } = await get(`projects/${this.project}/guidelines`);
    if (this.isOpen) return;
    const body = content.length > 0 ? markdown(content, this.project) : h("p", { class: "muted" }, say("guidelines.none"));
    this.text = h("div", { class: "text", tabindex: "0", role: "group", "aria-label": say("guidelines.text") }, body);
    this.element = h(
      "aside", { class: "guidelines", "aria-label": say("guidelines.title") },
      h("div", { class: "head" }, h("h2", {}, say("guidelines.title")), h("span", { class: "gap" }),
        button(say("guidelines.close"), { kind: "quiet small", key: "G", press: () => this.close() })),
      this.text);
    this.work.classList.add("guided");
    this.work.prepend(this.element);
    this.text.scrollTop = places.get(this.project) ?? 0;
    this.toggled(true);
  }

  close() {
    places.set(this.project, this.text.scrollTop);
    const held = this.element.contains(document.activeElement);
    this.element.remove();
    this.element = null;
    this.work.classList.remove("guided");
    this.toggled(false, held);
  }
}
