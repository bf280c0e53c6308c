import { get, post, Problem } from "../api.js";
import { button, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { alarmWords } from "./alarm-words.js";
import { codename, frame, pageCommands, titleOf, unread } from "./frame.js";
import { size, StickChooser } from "./sticks.js";

/** A stick: what it carries, and what to do with it. */
export class StickPage {
  static async open(app) { return new StickPage(app, await get("custodian/room")); }

  constructor(app, room) {
    this.app = app;
    this.title = titleOf("nav.stick");
    this.stick = null;
    this.body = h("div", {});
    this.heading = h("h1", { class: "big", tabindex: "-1" }, say("stick.title"));
    this.commands = pageCommands(app, [
      { keys: ["Enter"], run: () => this.start("both"), label: "stick.both", hint: "stick.both" },
      { keys: ["t"], run: () => this.start("take-in"), label: "key.take", hint: "key.take" },
      { keys: ["p"], run: () => this.start("put-out"), label: "key.put", hint: "key.put" },
    ]);
    this.element = frame(app, "stick", unread(room), this.commands, this.heading, this.body);
  }

  shown() { this.choose(); }

  leave() { this.chooser?.end(); }

  choose() {
    this.stick = null;
    this.chooser = new StickChooser((stick) => this.look(stick));
    this.body.replaceChildren(this.chooser.element);
    this.heading.focus();
    this.chooser.begin();
  }

  async look(stick) {
    this.body.replaceChildren(h("p", { class: "empty", role: "status" }, say("stick.looking", { label: stick.label, size: size(stick.bytes) })));
    try {
      const contents = await post("custodian/look", { stick: stick.path });
      this.stick = stick;
      this.show(stick, contents);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 423) return this.app.trouble(error);
      this.body.replaceChildren(h("p", { class: "wrong", role: "alert" }, icon("warning"), error.line), this.another());
    }
  }

  show(stick, contents) {
    const waiting = contents.channels.filter((each) => each.down !== "absent");
    const answers = waiting.reduce((sum, each) => sum + each.answers, 0);
    this.both = button(say("stick.both"), { kind: contents.readOnly ? "" : "primary", key: "Enter", press: () => this.start("both") });
    const take = button(say("stick.take"), { kind: contents.readOnly ? "primary" : "", key: "T", press: () => this.start("take-in") });
    const put = button(say("stick.put", { n: answers }), { key: "P", press: () => this.start("put-out") });
    this.readOnly = contents.readOnly;
    this.wait = h("p", { class: "fine", role: "status" });
    this.body.replaceChildren(...[
      h("p", { class: "found" }, icon("stick"), stick.bytes > 0 ? say("stick.found", { label: stick.label, size: size(stick.bytes) }) : say("stick.chosen", { label: stick.label })),
      h("div", { class: "two" }, this.carries(contents), this.goesOut(waiting)),
      contents.readOnly && h("p", { class: "alarm" }, icon("warning"), h("span", {}, say("stick.read-only"))),
      waiting.length > 0 && h("div", { class: "choices" }, !contents.readOnly && this.both, take, !contents.readOnly && put, this.another()),
      waiting.length === 0 && h("div", { class: "choices" }, this.another()),
      this.wait,
    ].filter(Boolean));
    (waiting.length > 0 ? (contents.readOnly ? take : this.both) : this.heading).focus();
    this.ready = waiting.length > 0;
  }

  carries({ channels, others, trustFiles }) {
    const lines = channels.filter((each) => each.down !== "absent").flatMap((each) => [down(each), each.receipted > 0 && say("stick.receipt", { project: codename(each), n: each.receipted })]);
    const empty = lines.length === 0 && trustFiles.length === 0;
    return h("section", { class: "block" }, h("h2", {}, say("stick.carries")),
      h("ul", { class: "lines" },
        [...lines, empty && say("stick.nothing"), others > 0 && say("stick.others", { n: others }), ...trustFiles.map((file) => say("stick.trust", { file }))]
          .filter(Boolean).map((line) => h("li", { dir: "auto" }, line))),
      trustFiles.length > 0 && button(say("stick.trust-go"), { kind: "small", key: "4", press: () => this.app.go("trust") }));
  }

  goesOut(waiting) {
    const line = (each) => (each.answers + each.questions > 0
      ? say("stick.out-line", { project: codename(each), answers: say("stick.answers", { n: each.answers }), questions: say("stick.questions", { n: each.questions }) })
      : say("stick.out-none", { project: codename(each) }));
    return waiting.length > 0 && h("section", { class: "block" }, h("h2", {}, say("stick.out")), h("ul", { class: "lines" }, waiting.map((each) => h("li", { dir: "auto" }, line(each)))));
  }

  another() { return button(say("stick.again"), { kind: "quiet", press: () => this.choose() }); }

  async start(direction) {
    if (!this.stick || !this.ready || this.starting) return;
    this.starting = true;
    const chosen = this.readOnly ? "take-in" : direction;
    try {
      await this.begin(chosen);
      await this.app.render();
    } catch (error) {
      await this.app.trouble(error);
    } finally {
      this.starting = false;
    }
  }

  /** Somebody's last words may still be on their way into the store that the stick needs. */
  async begin(direction) {
    for (;;) {
      try {
        return await post("custodian/exchange-start", { stick: this.stick.path, direction });
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "draft-time") throw error;
        this.wait.textContent = say("stick.draft", { someone: say("stick.someone") });
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }
}

function down(channel) {
  const project = codename(channel);
  switch (channel.down) {
    case "new": return say("stick.new", { project, n: channel.bundles, size: size(channel.bytes) });
    case "refused": return say("stick.refused", { project, what: alarmWords(channel.code).what });
    default: return say(`stick.${channel.down}`, { project });
  }
}
