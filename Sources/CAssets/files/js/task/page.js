// One task: what it shows, what it asks, and everything a person can do with it.
import { get, post, Problem, Unreachable } from "../api.js";
import { announce, h } from "../dom.js";
import { holdAnswers, isTyping } from "../app/keys.js";
import { openKeys } from "../dialogs/keys.js";
import { askForNote, askForReason } from "../dialogs/note.js";
import { openMore } from "../dialogs/more.js";
import { icon } from "../icons.js";
import { clockTime, day, say, sentence } from "../say.js";
import { AttentionClock } from "./clock.js";
import { taskCommands } from "./commands.js";
import { Foot } from "./foot.js";
import { Guidelines } from "./guidelines.js";
import { Material } from "./material.js";
import { Panel } from "./panel.js";
import { Saver } from "./saver.js";
import { Alarm, KeyStrip, TopBar } from "./top.js";
import { undoAct } from "./undo.js";

export class TaskPage {
  static async open(app, project, position) {
    return new TaskPage(app, project, await get(`projects/${project}/tasks/${position}`));
  }

  constructor(app, project, view) {
    Object.assign(this, { app, project, view, attempted: false });
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
    this.material = new Material(view, this.project);
    this.panel = new Panel(view, (how) => this.heard(how));
    this.foot = new Foot({
      submit: () => this.submit(), back: () => this.goBy(-1), skip: () => this.skip(), flag: () => this.flag(), ask: () => this.ask(), more: () => this.more(),
    });
    this.strip = new KeyStrip();
    const answer = h("section", { class: "answer", id: "answer", "aria-label": say("task.answer") }, this.panel.element, this.foot.element);
    const work = h("main", { class: this.panel.wide ? "work writing" : "work" }, this.material.element, answer);
    this.guidelines = new Guidelines(work, this.project, (open, held) => {
      this.top.guidelines.setAttribute("aria-expanded", String(open));
      if (!open && held) this.panel.activate(this.panel.active);
    });
    if (this.isRevising || view.state === "skipped") this.panel.element.prepend(this.strapline());
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
    this.clock = new AttentionClock(draft?.activeMs ?? 0);
    this.saver = new Saver({
      path: `${this.path}/draft`, number: this.view.draft?.number ?? 0, body: () => this.draft(), told: (state) => this.showSaving(state),
    });
    this.place = draft?.place ?? null;
    this.undone = undone;
    // What was taken back is a draft again, and is kept as one.
    if (undone?.kind === "submit" && !draft) this.saver.touch();
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
    this.listen();
    holdAnswers();
    announce(say("task.title", { position: this.view.position, total: this.view.total }));
    if (this.undone) this.foot.tell(say(this.undone.kind === "submit" ? "foot.undone" : "foot.skip-undone"), false, true);
  }

  /** Saves what is unsaved, but doesn't wait for a server that is silent. */
  async leave() {
    await Promise.race([this.saver.flush(), new Promise((resolve) => setTimeout(resolve, 2000))]);
    this.saver.stop();
    this.clock.stop();
    clearInterval(this.ticking);
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
    if (moves) this.panel.moveOn();
    this.strip.show(isTyping(), this.panel.active);
  }

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

  // What a person does.

  async submit() {
    const [first] = this.panel.open;
    if (first) return this.pointOut(first);
    if (this.isRevising && !this.panel.markChanges(this.given)) return undefined;
    const answers = this.panel.answers();
    const origin = this.panel.origin();
    await this.act("submit", { answers, origin }, { answers, origin });
  }

  /** Goes to what is missing and says what it is. */
  pointOut(row) {
    this.attempted = true;
    for (const each of this.panel.open) each.complain(each.problem() ?? say("wrong.missing"));
    this.refresh();
    this.panel.activate(row, { write: row.isText });
    announce(`${row.name}: ${row.problem() ?? say("wrong.missing")}`);
  }

  async skip() {
    const text = await askForReason("skip.title", this.view.reasons, "skip.go");
    if (text) await this.act("skip", { text });
  }

  async flag() {
    const text = await askForReason("flag.title", this.view.reasons, "flag.go");
    if (text) await this.tellLab("flag", text, "foot.flagged");
  }

  async ask() {
    const text = await askForNote("ask.title", "ask.field", "ask.go", "ask.sent");
    if (text) await this.tellLab("ask", text, "foot.asked");
  }

  async tellLab(what, text, done) {
    try {
      await post(`${this.path}/${what}`, { task: this.view.task, text });
      this.foot.tell(say(done), false, true);
      announce(say(done));
    } catch (error) {
      this.failed(error);
    }
  }

  /** An act that ends with this task; the next comes up only after the server's word. */
  async act(kind, body, kept = {}) {
    if (this.acting) return;
    this.acting = true;
    this.foot.begin();
    try {
      await this.saver.settle();
      await post(`${this.path}/${kind}`, { task: this.view.task, activeMs: this.clock.total(), ...body });
      this.saver.savedNumber = this.saver.number;
      this.saver.stop();
      this.app.acts.push({ kind, project: this.project, task: this.view.task, position: this.view.position, ...kept });
      const { position } = await get(`${this.path}/next?after=${this.view.position}`);
      await this.app.go(position === null ? `/p/${this.project}` : `/p/${this.project}/${position}`);
    } catch (error) {
      this.foot.end();
      this.saver.resume();
      this.failed(error);
    } finally {
      this.acting = false;
    }
  }

  failed(error) {
    if (error instanceof Unreachable) {
      this.foot.tell(say("foot.not-now"), true);
    } else if (error instanceof Problem && error.pointer !== null) {
      const row = this.panel.rows.find((each) => each.path !== "" && error.pointer.startsWith(each.path));
      row?.complain(error.line);
      if (row) this.panel.activate(row);
      this.foot.tell(error.line, true);
    } else if (error instanceof Problem) {
      this.foot.tell(error.line, true);
    } else {
      throw error;
    }
  }

  goBy(by) {
    const position = this.view.position + by;
    if (position < 1) return this.foot.tell(say("task.first"), false, true);
    if (position > this.view.total) return this.foot.tell(say("task.last"), false, true);
    return this.app.go(`/p/${this.project}/${position}`);
  }

  async undo() {
    if (this.panel.undo()) return;
    try {
      if (!(await undoAct(this.app))) this.foot.tell(say("foot.nothing-undone"), false, true);
    } catch (error) {
      this.failed(error);
    }
  }

  async more() {
    const actions = { back: () => this.goBy(-1), next: () => this.goBy(1), skip: () => this.skip(), flag: () => this.flag(), ask: () => this.ask(), guidelines: () => this.guidelines.toggle() };
    const chosen = await openMore([["back", "foot.back"], ["next", "key.next"], ["skip", "foot.skip"], ["flag", "foot.flag"], ["ask", "foot.ask"], ["guidelines", "bar.guidelines"]]);
    if (chosen) await actions[chosen]();
  }
}
