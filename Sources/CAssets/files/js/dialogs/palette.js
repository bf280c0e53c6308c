// Every command by its name; a task by its number, a step by s and its number.
import { button, cap, freshID, h } from "../dom.js";
import { say } from "../say.js";
import { ask } from "./dialog.js";
import { face } from "./keys.js";

/** Shows the palette: commands that have a name, with a key or without. Resolves to what was chosen, as something to call, or to null. */
export function openPalette(commands, places) {
  const palette = new Palette(commands.filter((each) => each.label && each.run && !each.byKey && (!each.when || each.when(each.keys?.[0]))), places);
  return ask("palette.title", (finish) => {
    palette.finish = finish;
    return [palette.field, palette.said, palette.list, h("div", { class: "actions" }, button(say("dialog.cancel"), { key: "Esc", press: () => finish(null) }))];
  }, { keydown: (event) => palette.press(event) });
}

class Palette {
  constructor(commands, places) {
    const id = freshID("palette");
    Object.assign(this, { commands, places, at: 0 });
    this.list = h("ul", { class: "palette", id, role: "listbox", "aria-label": say("palette.list") });
    this.field = h("input", {
      type: "text", role: "combobox", "aria-label": say("palette.field"), "aria-controls": id, "aria-expanded": "true", "aria-autocomplete": "list",
      placeholder: say("palette.hint"), autocomplete: "off", spellcheck: "false", autofocus: true, on: { input: () => this.show() },
    });
    this.said = h("p", { class: "fine", role: "status" });
    this.show();
  }

  /** What fits what is written so far: [words, caps, run]. */
  get fitting() {
    const written = this.field.value.trim().toLocaleLowerCase();
    const parts = written.split(/\s+/);
    const named = this.commands.map((each) => [say(each.label), each.shown ?? (each.keys ?? []).slice(0, 1).map(face), () => each.run(each.keys?.[0])]);
    return [...this.placed(written), ...named.filter(([words]) => parts.every((part) => words.toLocaleLowerCase().includes(part)))];
  }

  placed(written) {
    const { total, steps, toTask, toStep } = this.places;
    const [, letter, digits] = /^(s?)\s*([1-9]\d{0,8})$/.exec(written) ?? [];
    const n = Number(digits);
    if (letter === "" && n <= total) return [[say("palette.task", { n }), [], () => toTask(n)]];
    return letter === "s" && n <= steps ? [[say("palette.step", { n }), [], () => toStep(n)]] : [];
  }

  show() {
    this.entries = this.fitting;
    this.at = 0;
    this.list.replaceChildren(...this.entries.map(([words, caps], index) => h(
      "li", { role: "option", id: `${this.list.id}-${index}`, on: { click: () => this.choose(index) } }, h("span", {}, words), caps.map((each) => cap(each)))));
    this.said.textContent = this.entries.length === 0 ? say("palette.none") : "";
    this.point(0);
  }

  point(index) {
    const options = [...this.list.children];
    this.at = Math.max(0, Math.min(options.length - 1, index));
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === this.at)));
    options[this.at]?.scrollIntoView({ block: "nearest" });
    if (options.length > 0) this.field.setAttribute("aria-activedescendant", options[this.at].id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (step === undefined && event.key !== "Enter") || event.target !== this.field) return;
    event.preventDefault();
    if (step) this.point(this.at + step);
    else if (!event.repeat) this.choose(this.at);
  }

  choose(index) {
    const chosen = this.entries[index];
    if (chosen) this.finish(chosen[2]);
  }
}
