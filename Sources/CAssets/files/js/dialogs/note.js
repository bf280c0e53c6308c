import { button, cap, h } from "../dom.js";
import { keyName } from "../app/keys.js";
import { scalars } from "../questions/text-count.js";
import { say } from "../say.js";
import { ask, ends, noteField } from "./dialog.js";

/** As many characters as the server takes. */
const longest = 4_000;

/** A sentence for the lab, or null. */
export function askForNote(title, label, go, help = null) {
  const note = noteField(label, { help });
  return ask(title, (finish) => [note.element, ends(finish, button(say(go), { kind: "primary", key: "Ctrl+Enter", press: () => send(note, finish) }))], {
    keydown: (event, finish) => { if (!event.isComposing && keyName(event) === "Ctrl+Enter") send(note, finish); },
  });
}

function send(note, finish) {
  const text = note.field.value.trim();
  if (text !== "" && scalars(text) <= longest) return finish(text);
  note.wrong.textContent = text === "" ? say("note.empty") : say("note.long", { n: longest });
  note.field.focus();
}

/**
 * One of the project's reasons by its digit, or another in words. `go` labels the button for the
 * latter. Null if nothing was chosen.
 */
export async function askForReason(title, reasons, go) {
  if (reasons.length === 0) return askForNote(title, "skip.field", go);
  const other = {};
  const choices = [...reasons, other];
  const chosen = await ask(title, (finish) => [
    h("ol", { class: "reasons" }, choices.map((reason, index) => h("li", {}, button(
      [index < 10 ? cap(String((index + 1) % 10)) : null, h("span", { dir: "auto" }, reason === other ? say("skip.other") : reason)],
      { press: () => finish(reason) })))),
    ends(finish, null),
  ], {
    keydown: (event, finish) => {
      const digit = keyName(event);
      const index = /^\d$/.test(digit) ? (Number(digit) + 9) % 10 : -1;
      if (event.repeat || !choices[index]) return;
      event.preventDefault();
      finish(choices[index]);
    },
  });
  return chosen === other ? askForNote(title, "skip.field", go) : chosen;
}
