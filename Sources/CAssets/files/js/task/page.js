// One task: what it shows, what it asks, and everything a person can do with it.
import { get } from "../api.js";
import { announce, h } from "../dom.js";
import { holdAnswers, isTyping } from "../app/keys.js";
import { settings } from "../app/settings.js";
import { openKeys } from "../dialogs/keys.js";
import { openMore } from "../dialogs/more.js";
import { openPalette } from "../dialogs/palette.js";
import { icon } from "../icons.js";
import { clockTime, day, say, sentence } from "../say.js";
import { Acts } from "./acts.js";
import { AttentionClock } from "./clock.js";
import { taskCommands } from "./commands.js";
import { Foot } from "./foot.js";
import { Guidelines } from "./guidelines.js";
import { HoursBook } from "./hours.js";
import { repliesStrip } from "./letters.js";
import { pauseWork } from "./pause.js";
import { Material } from "./material.js";
import { Panel } from "./panel.js";
import { Reading } from "./reading.js";
import { sectionsOf } from "./sections.js";
import { Saver } from "./saver.js";
import { Alarm, KeyStrip, TopBar } from "./top.js";

export class TaskPage {
  static async open(app, project, position) {
    const [view, sections] = await Promise.all([get(`projects/${project}/tasks/${position}`), sectionsOf(project)]);
    return new TaskPage(app, project, { ...view, sections });
  }

  constructor(app, project, view) {
    Object.assign(this, { app, project, view, attempted: false });
    this.acts = new Acts(this);
    this.path = `projects/${project}`;
    this.title = say("task.tab", { position: view.position, total: view.total, project: view.codename });
    this.given = view.answers ?? {};
    this.isRevising = view.state === "answered";
    this.makeParts();
    this.restore();
    this.commands = taskCommands(this);
  }

  makeParts() {
    const { app, view } = this;
    this.top = new TopBar(app, view, { guidelines: () => this.guidelines.toggle(), keys: () => this.showKeys() });
    this.alarm = new Alarm();
    this.panel = new Panel(view, this.project, { heard: (how) => this.heard(how), explain: (section) => this.guidelines.openAt(section) });
    this.material = new Material(view, this.project, (name) => this.panel.materialOf(name));
    this.panel.listen(this.material.element);
    this.reading = new Reading(this.material, this.project, () => this.panel.activate(this.panel.active));
    this.material.place(this.reading.element);
    this.panel.reveal = (index) => this.material.reveal(index);
    this.foot = new Foot({
      submit: () => this.acts.submit(), back: () => this.goBy(-1), skip: () => this.acts.skip(), flag: () => this.acts.flag(), ask: () => this.acts.ask(),
      more: () => this.more(),
    });
    this.strip = new KeyStrip();
    const answer = h("section", { class: "answer", id: "answer", "aria-label": say("task.answer") }, this.panel.element, this.foot.element);
    const work = h("main", { class: this.panel.wide ? "work writing" : "work" }, this.material.element, answer);
    this.guidelines = new Guidelines(work, this.project, (open, held) => {
      this.top.guidelines.setAttribute("aria-expanded", String(open));
      if (!open && held) this.panel.activate(this.panel.active);
    });
    if (this.isRevising || view.state === "skipped") this.panel.element.prepend(this.strapline());
    const replies = repliesStrip(view.letters ?? []);
    if (replies) this.panel.element.prepend(replies);
    this.element = h(
      "div", { class: "shell" }, h("a", { class: "past", href: "#answer", on: { click: (event) => { event.preventDefault(); this.panel.activate(this.panel.active); } } }, say("task.to-answer")),
      this.top.element, this.alarm.element, work, this.strip.element);
  }

  /** Says that this was answered or skipped before. */
  strapline() {
    const { answeredAt, revisions } = this.view;
    const words = this.isRevising && answeredAt !== null
      ? sentence("revise.strip", { date: day(answeredAt), time: clockTime(answeredAt), n: revisions + 1 }) : say("revise.skipped");
    return h("p", { class: "revising" }, icon("pencil"), h("span", {}, words));
  }

  restore() {
    const undone = this.app.undone?.task === this.view.task ? this.app.undone : null;
    this.app.undone = null;
    const draft = this.view.draft?.body ?? null;
    this.panel.restore(draft?.answers ?? undone?.answers ?? this.given, draft?.origin ?? undone?.origin);
    this.clock = new AttentionClock(Math.max(this.view.activeMs ?? 0, draft?.activeMs ?? 0));
    this.saver = new Saver({
      path: `${this.path}/draft`, number: this.view.draft?.number ?? 0, body: () => this.draft(), told: (state) => this.showSaving(state),
    });
    this.place = draft?.place ?? null;
    this.undone = undone;
    // What was taken back is a draft again, and is kept as one.
    if (undone && !draft) this.saver.touch();
  }

  shown() {
    this.refresh();
    this.material.measure();
    this.panel.begin(this.place);
    this.listen = () => this.strip.show(isTyping(), this.panel.active);
    document.addEventListener("focusin", this.listen);
    document.addEventListener("focusout", this.listen);
    this.hidden = () => { if (document.hidden) this.saver.flush(); };
    document.addEventListener("visibilitychange", this.hidden);
    this.going = () => this.saver.leave();
    addEventListener("pagehide", this.going);
    this.ticking = setInterval(() => this.top.tick(this.clock.total()), 1000);
    this.top.tick(this.clock.total());
    this.hours = new HoursBook(this, () => this.top.longRun());
    this.listen();
    holdAnswers();
    announce(say("task.title", { position: this.view.position, total: this.view.total }));
    if (this.undone) this.foot.tell(say(this.undone.kind === "submit" ? "foot.undone" : "foot.skip-taken-back"), false, true);
  }

  /** Saves what is unsaved, but doesn't wait for a server that is silent. */
  async leave() {
    await Promise.race([this.saver.flush(), new Promise((resolve) => setTimeout(resolve, 2000))]);
    const isActed = this.saver.stopped;
    this.saver.stop();
    this.clock.stop();
    this.reading.end();
    clearInterval(this.ticking);
    await this.hours?.leave(isActed);
    document.removeEventListener("focusin", this.listen);
    document.removeEventListener("focusout", this.listen);
    document.removeEventListener("visibilitychange", this.hidden);
    removeEventListener("pagehide", this.going);
  }

  flush() { return this.saver.flush(); }

  draft() {
    return {
      task: this.view.task, activeMs: this.clock.total(), answers: this.panel.everything(), origin: this.panel.origin(),
      place: this.panel.active?.path ?? "",
    };
  }

  // What changes on the page.

  heard({ typed = false, moves = false } = {}) {
    this.saver.touch(typed ? 1 : 0);
    this.refresh();
    if (moves && this.isQuick()) return this.acts.submit();
    if (moves) this.panel.moveOn();
    this.strip.show(isTyping(), this.panel.active);
  }

  /** With quick submit one key is one task, where one row is all there is. */
  isQuick() {
    return settings.quickSubmit && this.panel.rows.length === 1 && this.panel.rows[0].required && this.panel.open.length === 0;
  }

  pause() { return pauseWork(this); }

  refresh() {
    const differs = this.isRevising ? this.panel.markChanges(this.given) : true;
    this.foot.show(this.panel, { attempted: this.attempted, revising: this.isRevising, same: !differs });
  }

  showSaving(state) {
    if (state.kind === "saving") return this.top.saving();
    if (state.kind === "saved") {
      this.alarm.hide();
      return this.top.savedAt(state.at);
    }
    this.top.unsaved();
    this.alarm[state.kind](state);
  }

  /** The watch has reached the server, or hasn't. */
  reached(there) {
    if (!there && this.saver.isClean) this.alarm.silentButSaved();
    if (there && this.saver.isClean) this.alarm.hide();
  }

  showKeys() { return openKeys(this.commands); }

  /** The palette: a command by its name, a task or a step by its number. */
  async openPalette() {
    const go = await openPalette(this.commands, {
      total: this.view.total, toTask: (position) => this.app.go(`/p/${this.project}/${position}`),
      steps: this.panel.steps.length, toStep: (n) => this.panel.activate(this.panel.steps[n - 1]),
    });
    await go?.();
  }

  /** The guidelines at the section about the active row, or a word that there is none. */
  explainRow() {
    const why = this.panel.active?.why;
    return why ? why() : this.foot.tell(say("guidelines.no-section"), false, true);
  }

  // Where a person goes.

  goBy(by) {
    const position = this.view.position + by;
    if (position < 1) return this.foot.tell(say("task.first"), false, true);
    if (position > this.view.total) return this.foot.tell(say("task.last"), false, true);
    return this.app.go(`/p/${this.project}/${position}`);
  }

  async more() {
    const { acts } = this;
    const actions = {
      back: () => this.goBy(-1), next: () => this.goBy(1), skip: () => acts.skip(), flag: () => acts.flag(), ask: () => acts.ask(),
      guidelines: () => this.guidelines.toggle(), work: () => this.app.go(`/p/${this.project}/work`), pause: () => this.pause(),
    };
    const chosen = await openMore([["back", "foot.back"], ["next", "key.next"], ["skip", "foot.skip"], ["flag", "foot.flag"], ["ask", "foot.ask"], ["guidelines", "bar.guidelines"], ["work", "key.work"], ["pause", "key.pause"]]);
    if (chosen) await actions[chosen]();
  }
}
