// The left side: what the task shows.
import { button, h } from "../dom.js";
import { say } from "../say.js";
import { fieldContent, fieldTitle } from "../content/field.js";
import { specimen, wordCount } from "../content/specimen.js";
import { timeline } from "../content/timeline.js";
import { markdown } from "../content/tree.js";

/** A, B, C … of the outputs in the order in which they are shown. */
export const letterOf = (index) => String.fromCharCode(65 + index);

/** Below this many characters two responses read better one below the other. */
const short = 300;

export class Material {
  /** `made(name)` gives the elements that questions put in the place of a field. */
  constructor(view, project, made = () => []) {
    this.project = project;
    this.prompts = [];
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

  /** Once the page is laid out: which prompts are too long to be seen whole. */
  measure() {
    for (const { element } of this.prompts) element.classList.toggle("long", element.querySelector(".content").scrollHeight > 112);
    for (const { element, open } of this.prompts) {
      const content = element.querySelector(".content");
      open.hidden = content.scrollHeight <= content.clientHeight + 1;
    }
  }

  toggleOpen() {
    for (const { element, open } of this.prompts) {
      if (!open.hidden) open.setAttribute("aria-pressed", String(element.classList.toggle("open")));
    }
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
    const pane = this.panes?.[index];
    if (!pane || matchMedia("(max-width: 860px)").matches) return;
    const { top, bottom } = this.element.getBoundingClientRect();
    const box = pane.getBoundingClientRect();
    if (box.top < top || Math.min(box.bottom, box.top + 160) > bottom) pane.scrollIntoView({ block: "start" });
  }

  toggleStack() {
    if (!this.pair) return false;
    const stacked = this.pair.classList.toggle("stacked");
    this.stack.setAttribute("aria-pressed", String(stacked));
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
    if (!isPrompt) return specimen(made, content);
    const open = button(say("material.open"), { kind: "quiet small", key: "O", hidden: true, "aria-pressed": "false", press: () => this.toggleOpen() });
    const element = specimen({ ...made, tool: open, prompt: true }, content);
    this.prompts.push({ element, open });
    return element;
  }

  addOutputs(field, paired) {
    const panes = field.content.map((output, index) => this.output(output, index, field.content.length));
    if (!paired) {
      this.panes = panes;
      return this.element.append(h("div", { class: `responses count-${panes.length}` }, panes));
    }
    this.pair = h("div", { class: "pair" }, panes);
    this.stack = button(say("material.stacked"), { kind: "quiet small wide-only", key: "W", "aria-pressed": "false", press: () => this.toggleStack() });
    this.element.append(h("div", { class: "tools wide-only", role: "group", "aria-label": say("material.tools") }, this.stack), this.tabs(panes), this.pair);
    if (panes.every((pane) => pane.querySelector(".content").textContent.length < short)) this.toggleStack();
  }

  output({ content = [] }, index, count) {
    const body = markdown(content, this.project);
    const title = count === 1 ? say("material.response-one") : say("material.response", { letter: letterOf(index) });
    const letter = count === 1 ? null : letterOf(index);
    return specimen({ title, kind: "material.model", letter, meta: wordCount(body) }, body);
  }

  /** On narrow screens one response at a time. */
  tabs(panes) {
    const buttons = panes.map((pane, index) => h(
      "button", { type: "button", role: "tab", "aria-selected": String(index === 0), on: { click: () => show(index) } },
      say("material.response", { letter: letterOf(index) })));
    const show = (chosen) => {
      buttons.forEach((each, index) => each.setAttribute("aria-selected", String(index === chosen)));
      panes.forEach((pane, index) => pane.classList.toggle("behind", index !== chosen));
    };
    this.pair.classList.add("tabbed");
    show(0);
    return h("div", { class: "tabs", role: "tablist", "aria-label": say("material.tabs") }, buttons);
  }
}
