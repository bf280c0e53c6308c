import { button, h } from "../dom.js";
import { grip } from "../icons.js";
import { say } from "../say.js";
import { letterOf } from "../task/material.js";
import { Row } from "./row.js";

/** One response and its place. The place is a native list, so that every way to work with one works. */
export class PlaceRow extends Row {
  constructor(ranking, key, index, gist) {
    const letter = letterOf(index);
    super({ path: `/${ranking.question.name}/${key}`, name: say("rating.output", { letter }), required: ranking.question.required ?? false });
    Object.assign(this, { ranking, key, index, letter, at: null });
    this.select = h(
      "select", { "aria-label": say("ranking.place-of", { letter }), "aria-required": this.required ? "true" : null, on: { change: () => this.chosen() } },
      h("option", { value: "" }, "–"), ranking.keys.map((_, place) => h("option", { value: String(place + 1) }, String(place + 1))));
    this.handle = h("span", { class: "handle", title: say("ranking.drag") }, grip());
    this.element = h(
      "li", { class: "row place" }, this.handle, h("span", { class: "letter", "aria-hidden": "true" }, letter),
      h("span", { class: "gist", dir: "auto" }, gist), this.select, this.tools(), this.wrong);
    this.element.setAttribute("tabindex", "-1");
    this.watchDrag();
  }

  tools() {
    const tool = (face, label, press) => button(face, { kind: "quiet small", "aria-label": say(label, { letter: this.letter }), title: say(label, { letter: this.letter }), press });
    return h(
      "span", { class: "moves" }, tool("↑", "ranking.up", () => this.ranking.move(this, -1)), tool("↓", "ranking.down", () => this.ranking.move(this, 1)),
      this.ranking.question.ties ? tool("=", "ranking.tie", () => this.ranking.tie(this)) : null);
  }

  get answered() { return this.at !== null; }
  get keys() { return ["1", String(Math.min(9, this.ranking.keys.length))]; }
  get control() { return this.select; }
  get commands() { return this.ranking.commandsFor(this); }

  /** Some have a place and this one hasn't: that is no order. */
  problem() { return !this.required && !this.answered && this.ranking.rows.some((row) => row.answered) ? say("wrong.unplaced") : null; }

  focus() { this.select.focus({ preventScroll: true }); }
  marked() { this.ranking.reveal(this.index); }

  digit(key) {
    const place = key === "0" ? 10 : Number(key);
    if (place > this.ranking.keys.length) return false;
    this.ranking.give(this, place);
    this.changed({ moves: true });
  }

  chosen() {
    const place = this.select.value === "" ? null : Number(this.select.value);
    this.ranking.give(this, place);
    this.changed({});
  }

  clear() {
    if (!this.answered) return false;
    this.ranking.give(this, null);
    this.changed({});
  }

  put(place) {
    this.at = place;
    this.select.value = place === null ? "" : String(place);
  }

  /** By the handle to another place in the list; the buttons do the same without dragging. */
  watchDrag() {
    this.handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.handle.setPointerCapture(event.pointerId);
      this.element.classList.add("dragged");
    });
    this.handle.addEventListener("pointermove", (event) => {
      if (this.element.classList.contains("dragged")) this.ranking.aim(this, event.clientY);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.handle.addEventListener(end, (event) => {
        if (!this.element.classList.contains("dragged")) return;
        this.element.classList.remove("dragged");
        this.ranking.drop(this, end === "pointerup" ? event.clientY : null);
      });
    }
  }
}
