// Keys that a person has put in the place of others.
import { settings } from "./settings.js";

/** The commands with the person's own keys. Only commands with words can be given another. */
export function remapped(commands) {
  return commands.map((command) => {
    const key = command.label ? settings.keys[command.label] : undefined;
    return key ? { ...command, keys: [key], shown: undefined, chord: command.chord || /^(Ctrl|Alt)\+/.test(key) } : command;
  });
}

/** Whether a key is a single character, which a person may have switched off (WCAG 2.1.4). */
export const isSingle = (name) => /^(?:Shift\+)?.$/u.test(name);

/** The label of another command that has the key already; null if it is free. */
export function holderOf(key, commands, label) {
  const holder = remapped(commands).find((each) => each.label && each.label !== label && each.keys.includes(key));
  return holder?.label ?? null;
}
