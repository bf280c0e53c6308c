import { button, freshID, h } from "../dom.js";
import { say } from "../say.js";

/**
 * A modal dialog. `build(finish)` gives its content; the promise ends with what `finish` was given,
 * or null if it was closed otherwise. Focus goes back to where it was.
 */
export function ask(title, build, { wide = false, keydown = null, slots = {} } = {}) {
  const before = document.activeElement;
  const id = freshID("dialog");
  return new Promise((resolve) => {
    let result = null;
    const element = h("dialog", { class: wide ? "wide" : null, "aria-labelledby": id });
    const finish = (value) => {
      result = value;
      element.close();
    };
    element.append(h("h2", { id }, say(title, slots)), ...build(finish));
    if (keydown) element.addEventListener("keydown", (event) => keydown(event, finish));
    element.addEventListener("close", () => {
      element.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
      resolve(result);
    });
    document.body.append(element);
    element.showModal();
    element.querySelector("[autofocus], textarea, button")?.focus();
  });
}

/** A field with its label and a count of what may be written. */
export function noteField(label, { help = null, rows = "3" } = {}) {
  const id = freshID("note");
  const field = h("textarea", { id, rows, class: "write", dir: "auto", autocomplete: "off", spellcheck: "false" });
  const wrong = h("p", { class: "wrong", role: "alert" });
  const element = h("div", { class: "field" }, h("label", { for: id }, say(label)), field, help && h("p", { class: "fine" }, say(help)), wrong);
  return { element, field, wrong };
}

/** The buttons at the end of a dialog. */
export const ends = (finish, go) => h("div", { class: "actions" }, button(say("dialog.cancel"), { key: "Esc", press: () => finish(null) }), go);
