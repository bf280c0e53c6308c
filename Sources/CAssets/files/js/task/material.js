// The left side: what the task shows.
import { button, h } from "../dom.js";
import { say } from "../say.js";
import { fieldContent, fieldTitle } from "../content/field.js";
import { outline } from "../content/outline.js";
import { piecesIn } from "../content/piece.js";
import { specimen, wordCount } from "../content/specimen.js";
import { timeline } from "../content/timeline.js";
import { markdownPiece } from "../content/tree.js";
import { tabsOf } from "./tabs.js";

/** A, B, C … of the outputs in the order in which they are shown. */
export const letterOf = (index) => String.fromCharCode(65 + index);

/** From so many responses on, each is shown by its beginning. */
const many = 5;

export class Material {
  /** `made(name)` gives the elements that questions put in the place of a field. */
  constructor(view, project, made = () => []) {
    this.project = project;
    this.prompts = [];
    this.clipped = [];
    const outputs = view.fields.find((field) => field.type === "outputs");
    const paired = outputs?.content.length === 2;
    this.element = h("div", { class: paired ? "material" : "material scrolls", role: "region", "aria-label": say("task.material"), tabindex: paired ? null : "0" });
    const worked = view.fields.some((field) => made(field.name).length > 0);
    for (const field of view.fields) {
      const own = made(field.name);
      if (own.length > 0) this.element.append(...own);
      else if (field === outputs) this.addOutputs(field, paired);
      else this.element.append(this.plainField(field, outputs !== undefined || worked));
    }
  }

  /** Puts the tools for reading where they are always in sight. */
  place(tools) {
    if (this.tabs) this.tabs.before(tools); else this.element.prepend(tools);
  }

  /** Once the page is laid out: which prompts are too long to be seen whole, which responses are longer than they show. */
  measure() {
    for (const { element } of this.prompts) element.classList.toggle("long", element.querySelector(".content").scrollHeight > 112);
    for (const { element, open } of [...this.prompts, ...this.clipped]) {
      const content = element.querySelector(".content");
      open.hidden = content.scrollHeight <= content.clientHeight + 1 && !element.classList.contains("open");
    }
  }

  get foldable() { return this.prompts.length + this.clipped.length > 0; }

  /** Opens the response that one is at, where responses are shown by their beginnings; else the prompt. */
  toggleOpen() {
    if (this.clipped.length > 0) return this.unfold(this.clipped[this.at ?? 0]);
    for (const each of this.prompts) if (!each.open.hidden) this.unfold(each);
  }

  unfold({ element, open, isClipped }) {
    const isOpen = element.classList.toggle("open");
    if (isClipped) element.querySelector(".content").classList.toggle("clipped", !isOpen);
    open.setAttribute("aria-pressed", String(isOpen));
  }

  /** What PageUp and PageDown move. */
  scrollers() {
    const panes = [...this.element.querySelectorAll(".pair:not(.stacked) .content")];
    return panes.length > 0 ? panes : [this.element];
  }

  scroll(name) {
    for (const each of this.scrollers()) {
      const page = each.clientHeight * 0.9;
      const by = { PageDown: page, PageUp: -page, Home: -each.scrollHeight, End: each.scrollHeight }[name];
      each.scrollBy({ top: by });
    }
  }

  /** Brings a response into view, if it isn't and there is a column to scroll it in. */
  reveal(index) {
    this.at = index;
    const pane = this.panes?.[index];
    if (!pane || matchMedia("(max-width: 860px)").matches) return;
    const { top, bottom } = this.element.getBoundingClientRect();
    const box = pane.getBoundingClientRect();
    if (box.top < top || Math.min(box.bottom, box.top + 160) > bottom) pane.scrollIntoView({ block: "start" });
  }

  /** A chat mixes what is ours with what isn't, so it has a frame for each part instead of one. */
  chat(field) {
    return h(
      "section", { class: "review", "aria-label": fieldTitle(field) },
      h("div", { class: "tools" }, h("h2", {}, h("bdi", {}, fieldTitle(field))), h("span", { class: "kind" }, say("material.from-task"))),
      timeline(field.content, this.project));
  }

  plainField(field, isPrompt) {
    if (field.type === "chat") return this.chat(field);
    const content = fieldContent(field, this.project);
    const made = { title: fieldTitle(field), kind: "material.from-task" };
    if (!isPrompt) return withOutline(specimen(made, content));
    const opener = this.opener();
    opener.element = specimen({ ...made, tool: opener.open, prompt: true }, content);
    this.prompts.push(opener);
    return opener.element;
  }

  /** A button that shows all of something, once it has an element. */
  opener(more = {}) {
    const made = { ...more };
    made.open = button(say("material.open"), { kind: "quiet small", key: "O", hidden: true, "aria-pressed": "false", press: () => this.unfold(made) });
    return made;
  }

  addOutputs(field, paired) {
    const panes = field.content.map((output, index) => this.output(output, index, field.content.length));
    this.panes = panes;
    if (!paired) return this.element.append(h("div", { class: `responses count-${panes.length}` }, panes));
    this.pair = h("div", { class: "pair tabbed" }, panes);
    this.tabs = tabsOf(panes);
    return this.element.append(this.tabs, this.pair);
  }

  output(output, index, count) {
    const body = markdownPiece(output, this.project);
    const opener = count >= many ? this.opener({ isClipped: true }) : null;
    const title = count === 1 ? say("material.response-one") : say("material.response", { letter: letterOf(index) });
    const made = specimen({ title, kind: "material.model", letter: count === 1 ? null : letterOf(index), meta: wordCount(body), tool: opener?.open }, body);
    if (opener) {
      made.querySelector(".content").classList.add("clipped");
      made.addEventListener("unfold", () => this.unfold(opener));
      this.clipped.push(Object.assign(opener, { element: made }));
    }
    return count === 1 ? withOutline(made) : made;
  }
}

/** A specimen with the outline of its text, if that is a long one. */
function withOutline(element) {
  const [piece] = piecesIn(element);
  const made = piece ? outline(piece) : null;
  if (made) {
    element.classList.add("outlined");
    element.querySelector(":scope > .content").before(made);
  }
  return element;
}
