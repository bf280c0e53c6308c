import { h } from "../dom.js";
import { say } from "../say.js";
import { letterOf } from "./material.js";

/** On narrow screens one response at a time: a tab for each. */
export function tabsOf(panes) {
  const buttons = panes.map((_, index) => h(
    "button", { type: "button", role: "tab", "aria-selected": String(index === 0), on: { click: () => show(index) } },
    say("material.response", { letter: letterOf(index) })));
  const show = (chosen) => {
    buttons.forEach((each, index) => each.setAttribute("aria-selected", String(index === chosen)));
    panes.forEach((pane, index) => pane.classList.toggle("behind", index !== chosen));
  };
  show(0);
  return h("div", { class: "tabs", role: "tablist", "aria-label": say("material.tabs") }, buttons);
}
