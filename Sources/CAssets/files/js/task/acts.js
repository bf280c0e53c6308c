// What a person does with a task: an act that ends with it, or a word to the lab about it.
import { get, post, Problem, Unreachable } from "../api.js";
import { announce } from "../dom.js";
import { askForNote, askForReason } from "../dialogs/note.js";
import { say } from "../say.js";
import { undoAct } from "./undo.js";

export class Acts {
  constructor(page) { this.page = page; }

  async submit() {
    const [first] = this.page.panel.open;
    if (first) return this.pointOut(first);
    if (this.page.isRevising && !this.page.panel.markChanges(this.page.given)) return undefined;
    const answers = this.page.panel.answers();
    const origin = this.page.panel.origin();
    await this.act("submit", { answers, origin }, { answers, origin });
  }

  /** Goes to what is missing and says what it is. */
  pointOut(row) {
    this.page.attempted = true;
    for (const each of this.page.panel.open) each.complain(each.problem() ?? say("wrong.missing"));
    this.page.refresh();
    this.page.panel.activate(row, { write: row.isText });
    announce(`${row.name}: ${row.problem() ?? say("wrong.missing")}`);
  }

  async skip() {
    const text = await askForReason("skip.title", this.page.view.reasons, "skip.go");
    const kept = { answers: this.page.panel.everything(), origin: this.page.panel.origin() };
    if (text) await this.act("skip", { text }, kept);
  }

  async flag() {
    const text = await askForReason("flag.title", this.page.view.reasons, "flag.go");
    if (text) await this.tellLab("flag", text, "foot.flagged");
  }

  async ask() {
    const text = await askForNote("ask.title", "ask.field", "ask.go", "ask.sent");
    if (text) await this.tellLab("ask", text, "foot.asked");
  }

  async tellLab(what, text, done) {
    try {
      await post(`${this.page.path}/${what}`, { task: this.page.view.task, text });
      this.page.foot.tell(say(done), false, true);
      announce(say(done));
    } catch (error) {
      this.failed(error);
    }
  }

  /** An act that ends with this task; the next comes up only after the server's word. */
  async act(kind, body, kept = {}) {
    if (this.acting) return;
    this.acting = true;
    this.page.foot.begin();
    try {
      await this.page.saver.settle();
      const onward = this.page.acted ? null : this.nextOpen();
      await post(`${this.page.path}/${kind}`, { task: this.page.view.task, activeMs: this.page.clock.total(), ...body });
      this.page.saver.savedNumber = this.page.saver.number;
      this.page.saver.stop();
      this.page.app.past.push({ kind, project: this.page.project, task: this.page.view.task, address: location.pathname, ...kept });
      await this.goOn(await onward);
    } catch (error) {
      this.page.foot.end();
      this.page.saver.resume();
      this.failed(error);
    } finally {
      this.acting = false;
    }
  }

  /** The position of the next open task; null where there is none or it can't be asked. */
  async nextOpen() {
    const { path, view } = this.page;
    return (await get(`${path}/next?after=${view.position}`).catch(() => ({ position: null }))).position;
  }

  /**
   * To the next open task, or to the project's end. The act is done, whatever happens here. The
   * position was asked for beside the act; if it is this very task, it was the last that was open.
   */
  async goOn(asked) {
    if (this.page.acted) return this.page.acted();
    const { app, project, view } = this.page;
    const position = asked === view.position ? await this.nextOpen() : asked;
    await app.go(position === null ? `/p/${project}` : `/p/${project}/${position}`);
  }

  failed(error) {
    if (error instanceof Unreachable) {
      this.page.foot.tell(say("foot.not-now"), true);
    } else if (error instanceof Problem && error.pointer !== null) {
      const row = this.page.panel.rows.find((each) => each.path !== "" && error.pointer.startsWith(each.path));
      row?.complain(error.line);
      if (row) this.page.panel.activate(row);
      this.page.foot.tell(error.line, true);
    } else if (error instanceof Problem) {
      this.page.foot.tell(error.line, true);
    } else {
      throw error;
    }
  }

  async undo() {
    if (this.page.panel.undo()) return;
    try {
      if (!(await undoAct(this.page.app))) this.page.foot.tell(say("foot.nothing-undone"), false, true);
    } catch (error) {
      this.failed(error);
    }
  }
}
