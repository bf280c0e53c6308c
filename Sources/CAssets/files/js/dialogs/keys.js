import { button, cap, h } from "../dom.js";
import { say, sentence } from "../say.js";
import { ask } from "./dialog.js";

const faces = { " ": "Space", "-": "−", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", Delete: "Delete", Backspace: "⌫" };

/** A key as its cap shows it. */
export function face(name) {
  return name.split(/\+(?=.)/).map((part) => faces[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part)).join("+");
}

/** All keys of the page that is up, by group. Commands without words are not listed. */
export function openKeys(commands) {
  const groups = Map.groupBy(commands.filter((each) => each.label), (each) => each.group);
  return ask("keys.title", (finish) => [
    h("p", { class: "fine spaced" }, sentence("keys.typing-line", { key: cap("Esc") })),
    h("div", { class: "keylist" }, [...groups].map(([group, each]) => h("section", {}, h("h3", {}, say(group)),
      h("dl", {}, each.flatMap(({ keys, shown, label }) => [h("dt", {}, (shown ?? keys.map(face)).map(cap)), h("dd", {}, say(label))]))))),
    h("div", { class: "actions" }, button(say("dialog.close"), { key: "Esc", press: () => finish(null), autofocus: true })),
  ], { wide: true });
}
