// One listener for the whole document. Two modes: with the cursor in a field every key types; with
// the cursor anywhere else, single keys act.
//
// A command is {keys, run, label, group, repeat, answers, chord, typing}: `keys` are names as
// `keyName` gives them; `answers` marks those that a double press must not carry into the next
// task; `chord` those that act while typing too; `byKey` those whose meaning lies in the key that
// was pressed, so that they can't be run by name.

import { isSingle, remapped } from "./remap.js";
import { settings } from "./settings.js";

let layer = [];
let heldUntil = 0;

/** The commands of the page that is up. */
export const setLayer = (commands) => { layer = remapped(commands); };
export const commandsNow = () => layer;

/** For a moment nothing is answered or submitted: a task has just been painted. */
export const holdAnswers = (ms = 300) => { heldUntil = performance.now() + ms; };

const fields = "textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";
/** Whether a text field has the cursor. */
export const isTyping = () => document.activeElement?.matches(fields) ?? false;

/** The name of a pressed key: "1", "n", "Shift+l", "?", "Enter", "Ctrl+Enter", "Alt+ArrowUp". */
export function keyName(event) {
  const held = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "");
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  // The digit row means digits with and without Shift where the layout has them on Shift; a
  // shifted sign (as ! on 1) is that sign.
  if (digit && (!event.shiftKey || event.key === digit)) return held + digit;
  const letter = letterOf(event);
  if (letter) return `${held}${event.shiftKey ? "Shift+" : ""}${letter}`;
  // Only a chord with Enter tells Shift from no Shift.
  if (event.key === "Enter" && held && event.shiftKey) return `${held}Shift+Enter`;
  return held + event.key;
}

/** A to Z by what is on the key; on a layout without these letters, by the key's place. */
function letterOf(event) {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  const isLetter = event.key.length > 0 && /^\p{L}$/u.test(event.key);
  return isLetter ? /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? null : null;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const name = keyName(event);
  if (isTyping()) {
    if (name === "Escape") return stopTyping(event);
    if (!/^(Ctrl|Alt)\+/.test(name)) return;
  }
  if (!settings.singleKeys && isSingle(name)) return;
  const command = layer.find((each) => each.keys.includes(name) && (!each.when || each.when(name)));
  if (!command || (isTyping() && !command.chord)) return;
  if (name === "Enter" && document.activeElement?.matches("button, a[href], summary")) return;
  if (event.repeat && !command.repeat) return event.preventDefault();
  if (command.answers && performance.now() < heldUntil) return event.preventDefault();
  if (command.run(name, event) !== false) event.preventDefault();
});

function stopTyping(event) {
  event.preventDefault();
  const row = document.activeElement.closest(".row");
  if (row) row.focus({ preventScroll: true });
  else document.activeElement.blur();
}
