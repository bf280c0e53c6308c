// The keys of the task page. The order is that of the list of keys.
import { isTyping } from "../app/keys.js";
import { settings } from "../app/settings.js";
import { readingCommands, walkCommands } from "./reading-commands.js";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/** Commands of a task page, as app/keys.js wants them. */
export function taskCommands(page) {
  const { panel } = page;
  const answering = "key.group-answer";
  const task = "key.group-task";
  const airlock = "key.group-app";
  const active = () => panel.active;
  const ofRow = (name) => (active()?.commands ?? []).find((each) => each.keys.includes(name));
  return [
    ...walkCommands(page),
    ...rowCommands(panel, ofRow),
    { keys: digits, shown: ["1", "…", "0"], label: "key.choose", group: answering, answers: true, byKey: true, run: (key) => active()?.digit(key) },
    { keys: ["j"], label: "key.rows", shown: ["J", "K"], group: answering, repeat: true, byKey: true, run: () => panel.step(1) },
    { keys: ["k"], repeat: true, run: () => panel.step(-1) },
    { keys: ["e"], label: "key.write", group: answering, run: () => active()?.write() },
    { keys: ["Delete", "Backspace"], label: "key.clear", group: answering, run: () => active()?.clear() },
    { keys: ["Enter"], label: "key.submit", group: answering, answers: true, run: () => page.acts.submit() },
    { keys: ["Ctrl+Enter"], label: "key.submit-typing", group: answering, answers: true, chord: true, byKey: true, run: () => page.acts.submit() },
    { keys: ["Escape"], label: "key.stop", group: answering, byKey: true, run: () => page.guidelines.isOpen && page.guidelines.close() },
    { keys: ["n"], label: "key.next", group: task, run: () => page.goBy(1) },
    { keys: ["b"], label: "key.back", group: task, run: () => page.goBy(-1) },
    { keys: ["s"], label: "key.skip", group: task, run: () => page.acts.skip() },
    { keys: ["f"], label: "key.flag", group: task, run: () => page.acts.flag() },
    { keys: ["a"], label: "key.ask", group: task, run: () => page.acts.ask() },
    { keys: ["u"], label: "key.undo-long", group: task, run: () => page.acts.undo() },
    { keys: ["Ctrl+z"], run: () => (isTyping() ? false : page.acts.undo()) },
    { keys: ["Shift+u"], label: "key.redo", group: task, run: () => panel.redo() },
    { keys: ["PageDown", "PageUp", "Home", "End"], shown: ["PgUp", "PgDn"], label: "key.scroll", group: task, repeat: true, byKey: true, run: (key) => page.material.scroll(key) },
    ...readingCommands(page),
    { keys: [":", "Ctrl+k"], shown: [":"], label: "key.palette", group: airlock, chord: true, when: (name) => name === ":" ? !isTyping() : !settings.singleKeys, run: () => page.openPalette() },
    { keys: ["g"], label: "key.guidelines", group: airlock, run: () => page.guidelines.toggle() },
    { keys: ["Shift+g"], label: "key.why", group: airlock, run: () => page.explainRow() },
    { keys: ["q"], label: "key.work", group: airlock, run: () => page.app.go(`/p/${page.project}/work`) },
    { keys: ["p"], label: "key.pause", group: airlock, run: () => page.pause() },
    { keys: ["Shift+h"], label: "key.hours", group: airlock, run: () => page.app.go("/me/hours") },
    { keys: [","], label: "key.settings", group: airlock, run: () => page.app.go("/me/settings") },
    { keys: ["h"], label: "key.home", group: airlock, run: () => page.app.go("/") },
    { keys: ["Shift+q"], label: "key.summary", group: airlock, run: () => page.app.leave() },
    { keys: ["Shift+l"], label: "key.lock", group: airlock, run: () => page.app.signOut() },
    { keys: ["?"], label: "key.all", group: airlock, run: () => page.showKeys() },
  ];
}

/** Keys that only some rows know: the questions list them, the active row says what they do. */
function rowCommands(panel, ofRow) {
  return panel.rowKeys.map((each) => ({
    keys: [], ...each, when: (name) => ofRow(name) !== undefined, run: (name) => ofRow(name).run(name),
  }));
}
