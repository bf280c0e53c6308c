import { button, cap, h } from "../dom.js";
import { icon } from "../icons.js";
import { homeLink } from "../pages/bar.js";
import { clockTime, say, sentence } from "../say.js";

/** The top bar of a task: where one is, what is saved, how long it took. */
export class TopBar {
  constructor(app, view, actions) {
    const { position, total, answered, codename } = view;
    this.saved = h("span", { class: "state", role: "status" });
    this.time = h("span", { class: "digits" });
    this.clock = h("span", { class: "state wide-only" }, icon("clock"), this.time);
    this.guidelines = button([icon("book"), say("bar.guidelines")], { kind: "quiet small wide-only", key: "G", "aria-expanded": "false", press: actions.guidelines });
    const progress = h("progress", { class: "wide-only", max: Math.max(1, total), value: answered, "aria-label": say("task.progress") });
    this.element = h(
      "header", { class: "bar" }, homeLink(app), h("h1", {}, h("bdi", {}, codename)),
      h("div", { class: "count" }, h("span", { class: "digits" }, say("task.title", { position, total })), progress),
      h("span", { class: "gap" }), this.saved, this.clock, h("span", { class: "rule wide-only" }), this.guidelines,
      button(say("bar.keys"), { kind: "quiet small wide-only", key: "?", press: actions.keys }));
  }

  saving() { this.state("", null, say("bar.saving")); }

  savedAt(ms) {
    this.state("good", "check", say("bar.saved", { time: clockTime(ms) }));
    this.saved.title = clockTime(ms, true);
  }

  unsaved() { this.state("bad", "warning", say("bar.unsaved")); }

  state(kind, picture, words) {
    this.saved.className = `state ${kind}`;
    this.saved.removeAttribute("title");
    this.saved.replaceChildren(picture ? icon(picture) : "", h("span", {}, words));
  }

  /** Once, in passing: a break would be due. */
  longRun() {
    this.clock.before(h("span", { class: "state", role: "status" }, say("bar.long-run")));
  }

  /** The time that would be recorded now. */
  tick(ms) {
    const minutes = Math.floor(ms / 60_000);
    const words = minutes === 0 ? say("time.moment")
      : minutes < 60 ? say("time.minutes", { n: minutes }) : say("time.hours", { hours: Math.floor(minutes / 60), n: minutes % 60 });
    const line = say("bar.active", { time: words });
    if (this.time.textContent !== line) this.time.textContent = line;
    this.clock.title = say("time.exact", { minutes, seconds: Math.floor(ms / 1000) % 60 });
  }
}

/** What must be read: one line under the bar, or none. */
export class Alarm {
  constructor() {
    this.element = h("p", { class: "alarm", role: "alert", hidden: true });
  }

  hide() { this.element.hidden = true; }

  silent({ since, typed }) {
    const time = clockTime(since, true);
    this.show("", typed > 0 ? sentence("alarm.silent", { n: typed, time }) : sentence("alarm.silent-choice", { time }));
  }

  silentButSaved() { this.show("", say("alarm.silent-idle")); }

  disk({ since }) { this.show("bad", sentence("alarm.disk", { time: clockTime(since, true) })); }

  refused({ line }) { this.show("bad", sentence("alarm.refused", { line })); }

  show(kind, content) {
    this.element.className = `alarm ${kind}`;
    const words = h("span", {}, content);
    // The same words again would be read aloud again.
    if (!this.element.hidden && this.element.textContent === words.textContent) return;
    this.element.replaceChildren(icon("warning"), words);
    this.element.hidden = false;
  }
}

/** The foot of the page: the mode, and the keys that act on the active row. */
export class KeyStrip {
  constructor() {
    this.mode = h("span", { class: "mode" });
    this.hints = h("span", { class: "hints" });
    this.element = h("footer", { class: "strip", "aria-label": say("task.keys-now") }, this.mode, this.hints, h("span", { class: "gap" }), hint(["?"], "key.all"));
  }

  show(typing, row) {
    this.mode.textContent = say(typing ? "mode.typing" : "mode.keys");
    this.mode.classList.toggle("typing", typing);
    this.hints.replaceChildren(...(typing ? typingHints(row) : keyHints(row)));
  }
}

function keyHints(row) {
  const hints = [];
  if (row?.keys) hints.push(hint([row.keys.join("–")], row.toggles ? "key.toggle" : "key.choose"));
  if (row?.isText) hints.push(hint(["E"], "key.write"));
  if (row?.why) hints.push(hint(["Shift+G"], "key.why-short"));
  for (const command of row?.commands ?? []) if (command.hint) hints.push(hint(command.caps ?? [command.keys[0].toUpperCase()], command.hint));
  hints.push(hint(["J", "K"], "key.rows"), hint(["Enter"], "key.submit"), hint(["N", "B"], "key.next-back"), hint(["U"], "key.undo"));
  return hints;
}

function typingHints(row) {
  const own = (row?.typing ?? []).map(([caps, key]) => hint(caps, key));
  const submits = !row?.typing.some(([caps]) => caps.includes("Ctrl+Enter"));
  return [hint(["Esc"], "key.stop"), ...own, ...(submits ? [hint(["Ctrl+Enter"], "key.submit-typing")] : [])];
}

const hint = (caps, key) => h("span", { class: "hint" }, caps.map((each) => cap(each)), say(key));
