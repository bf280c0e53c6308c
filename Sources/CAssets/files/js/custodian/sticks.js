import { get } from "../api.js";
import { button, freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";

const every = 1_500;

/** 12.4 MB, as on a stick's label. */
export function size(bytes) {
  for (const [unit, name] of [[1e9, "size.gb"], [1e6, "size.mb"], [1e3, "size.kb"]]) {
    if (bytes >= unit) return say(name, { n: Math.round(bytes / unit * (bytes / unit < 100 ? 10 : 1)) / (bytes / unit < 100 ? 10 : 1) });
  }
  return say("size.bytes", { n: bytes });
}

/**
 * Waits for a stick and lets the person choose among several, or name a folder. `chosen` is called
 * with {path, label, bytes}; a single stick is chosen by itself if `alone`.
 */
export class StickChooser {
  constructor(chosen, { alone = true } = {}) {
    this.chosen = chosen;
    this.alone = alone;
    this.list = h("div", { class: "sticks", role: "status" }, h("p", { class: "empty" }, say("sticks.wait")));
    this.element = h("div", { class: "chooser" }, this.list, this.byHand());
  }

  /** Begins to look, until `end`. */
  begin() {
    this.look();
    this.timer = setInterval(() => this.look(), every);
  }

  end() { clearInterval(this.timer); }

  async look() {
    const { sticks } = await get("custodian/sticks").catch(() => ({ sticks: null }));
    if (!sticks || !this.timer) return;
    const seen = JSON.stringify(sticks);
    if (seen === this.seen) return;
    this.seen = seen;
    if (sticks.length === 1 && this.alone) return this.choose(sticks[0]);
    this.list.replaceChildren(...(sticks.length === 0 ? [h("p", { class: "empty" }, say("sticks.wait"))] : [
      h("p", {}, say("sticks.title")),
      ...sticks.map((stick) => button(describe(stick), { press: () => this.choose(stick) })),
    ]));
  }

  choose(stick) {
    this.end();
    this.chosen(stick);
  }

  /** For a stick that the system has mounted somewhere else. */
  byHand() {
    const [help, wrongID] = [freshID("help"), freshID("wrong")];
    const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false", dir: "ltr", "aria-describedby": `${help} ${wrongID}` });
    const wrong = h("p", { class: "wrong", id: wrongID, role: "alert" });
    const use = (event) => {
      event.preventDefault();
      const path = field.value.trim();
      if (path) return this.choose({ path, label: path, model: null, bytes: 0, readOnly: false });
      wrong.replaceChildren(icon("warning"), say("sticks.empty"));
      field.focus();
    };
    return h("details", { class: "by-hand" }, h("summary", {}, say("sticks.not-listed")),
      h("form", { class: "stack", autocomplete: "off", on: { submit: use } },
        h("label", {}, say("sticks.folder"), field), h("p", { class: "fine rule", id: help }, say("sticks.folder-help")), wrong,
        h("button", { class: "button", type: "submit" }, say("sticks.use"))));
  }
}

function describe({ label, model, bytes, readOnly }) {
  const about = [model, bytes > 0 && size(bytes), readOnly && say("sticks.read-only")].filter(Boolean).join(", ");
  return [h("bdi", {}, label), about && h("span", { class: "fine" }, about)];
}
