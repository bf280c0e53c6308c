import { get, post } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { button, h } from "../dom.js";
import { AttentionClock } from "../task/clock.js";
import { markdown } from "../content/tree.js";
import { say, sentence } from "../say.js";
import { homeLink, lockButton } from "./bar.js";
import { forgetSections } from "../task/sections.js";

/** What changed in the guidelines, passage by passage; or all of them for who hasn't begun. */
export class ChangesPage {
  static async open(app, project) {
    const guidelines = await get(`projects/${project}/guidelines`);
    const overview = await get(`projects/${project}`);
    return new ChangesPage(app, project, guidelines, overview);
  }

  constructor(app, project, guidelines, overview) {
    Object.assign(this, { app, project, guidelines, overview, clock: new AttentionClock() });
    this.title = `${say("changes.title")} · ${overview.codename} · ${say("app.name")}`;
    const changed = guidelines.unread.length > 0;
    this.parts = changed ? guidelines.unread.map((passage, index) => this.passage(passage, index)) : [];
    this.heading = h("h1", { tabindex: "-1" }, changed ? sentence("changes.heading", { n: guidelines.unread.length, project: overview.codename }) : sentence("changes.all", { project: overview.codename }));
    this.start = button(say(changed ? "changes.start" : "changes.read"), { kind: "primary", key: "Enter", press: () => this.finish(), "aria-disabled": changed ? "true" : null });
    this.wrong = h("p", { class: "wrong", role: "alert" });
    const body = changed ? this.parts.map((part) => part.element) : h("section", { class: "specimen reading", "aria-labelledby": "all-of-them" }, h("h2", { class: "sr", id: "all-of-them" }, say("guidelines.text")), h("div", { class: "content" }, markdown(guidelines.content, project)));
    this.element = h("div", {}, h("header", { class: "bar" }, homeLink(app, true), h("span", { class: "muted" }, say("guidelines.version", { n: guidelines.version })), h("span", { class: "gap" }), lockButton(app)), h(
      "main", { class: "page" }, h("div", { class: "lead" }, h("div", {}, this.heading, h("p", {}, say(changed ? "changes.what" : "changes.what-all")))),
      body, this.wrong, h("div", { class: "choices" }, this.start, overview.drafts > 0 && changed && button(say("changes.later"), { kind: "quiet", press: () => this.toDraft() }))));
    this.commands = [
      { keys: ["Enter"], label: "key.understood", group: "key.group-app", run: () => this.enter() },
      { keys: ["j"], label: "key.next-change", group: "key.group-app", run: () => this.step(1) },
      { keys: ["k"], label: "key.previous-change", group: "key.group-app", run: () => this.step(-1) },
      { keys: ["h"], label: "key.home", group: "key.group-app", run: () => app.go("/") },
      { keys: ["Shift+l"], label: "key.lock", group: "key.group-app", run: () => app.signOut() },
    ];
  }

  shown() { (this.parts[0]?.element ?? this.heading).focus(); }
  leave() { this.clock.stop(); }

  /** One heading's changes: what went is struck, what came is marked. */
  passage({ heading, parts }, index) {
    const done = h("span", { class: "done", hidden: true }, say("changes.understood"), " ✓");
    const press = button(say("changes.understood"), { key: "Enter", press: () => this.acknowledge(index) });
    const element = h(
      "section", { class: "passage panel", tabindex: "-1", "aria-label": heading || say("changes.beginning") },
      h("h2", { dir: "auto" }, heading || say("changes.beginning")),
      parts.map((part) => h(part.new ? "ins" : "del", { class: "change" }, h("span", { class: "tag" }, say(part.new ? "changes.new" : "changes.old")), markdown(part.content, this.project))),
      h("div", { class: "choices" }, press, done));
    return { element, press, done, isDone: false };
  }

  acknowledge(index) {
    const part = this.parts[index];
    part.isDone = true;
    part.press.hidden = true;
    part.done.hidden = false;
    const next = this.parts.find((each) => !each.isDone);
    if (next) return this.show(next);
    this.start.removeAttribute("aria-disabled");
    this.start.focus();
  }

  show({ element }) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  }

  step(by) {
    const at = this.parts.findIndex(({ element }) => element.contains(document.activeElement));
    const part = this.parts[Math.max(0, Math.min(this.parts.length - 1, at + by))];
    if (part) this.show(part);
  }

  enter() {
    const at = this.parts.findIndex(({ element, isDone }) => !isDone && element.contains(document.activeElement));
    const open = at >= 0 ? at : this.parts.findIndex((part) => !part.isDone);
    return open >= 0 ? this.acknowledge(open) : this.finish();
  }

  async finish() {
    const open = this.parts.find((part) => !part.isDone);
    if (open) return this.show(open);
    try {
      await post(`projects/${this.project}/read`, { guidelines: this.guidelines.hash, activeMs: this.clock.total() });
      forgetSections(this.project);
      await this.app.go(`/p/${this.project}`);
    } catch (error) {
      this.wrong.textContent = troubleLine(error);
    }
  }

  /** Work that was begun may be finished first. */
  toDraft() { return this.app.go(`/p/${this.project}`); }
}

