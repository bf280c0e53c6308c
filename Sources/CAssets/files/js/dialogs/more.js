import { button, h } from "../dom.js";
import { say } from "../say.js";
import { ask } from "./dialog.js";

/** What a narrow foot has no room for. Resolves to the name of an action, or null. */
export function openMore(actions) {
  return ask("more.title", (finish) => [
    h("ul", { class: "reasons" }, actions.map(([name, key]) => h("li", {}, button(say(key), { press: () => finish(name) })))),
    h("div", { class: "actions" }, button(say("dialog.close"), { press: () => finish(null) })),
  ]);
}
