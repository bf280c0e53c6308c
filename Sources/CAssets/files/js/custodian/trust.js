import { get, post, Problem } from "../api.js";
import { announce, button, freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { FingerprintField, shownFingerprint } from "./fingerprint.js";
import { frame, pageCommands, titleOf, unread } from "./frame.js";
import { StickChooser } from "./sticks.js";

/** The two fingerprints by which lab and room know each other. */
export class TrustPage {
  static async open(app) {
    const room = await get("custodian/room");
    return new TrustPage(app, room, (await post("custodian/card", { lab: "" })).fingerprint);
  }

  /** `fingerprint` is that of the room's card for the one lab, until another is named. */
  constructor(app, room, fingerprint) {
    this.app = app;
    this.card = fingerprint;
    this.title = titleOf("nav.trust");
    this.room = room;
    this.lab = "";
    this.commands = pageCommands(app);
    this.cardBody = h("div", { class: "stack" });
    this.trustBody = h("div", { class: "stack" });
    this.fingerprint = h("div", {});
    this.element = frame(app, "trust", unread(room), this.commands,
      h("div", { class: "lead" }, h("div", {}, h("h1", { class: "big" }, say("trust.title")), h("p", {}, say("trust.lead")))),
      h("div", { class: "two" },
        h("section", { class: "block", "aria-labelledby": "card" }, h("h2", { id: "card" }, say("trust.card")), h("p", { class: "muted" }, say("trust.card-text")), this.fingerprint, this.cardBody),
        h("section", { class: "block", "aria-labelledby": "lab" }, h("h2", { id: "lab" }, say("trust.lab")), h("p", { class: "muted" }, say("trust.lab-text")), this.trustBody)),
      this.anotherLab());
    this.showCard();
    this.showTrust();
  }

  shown() { (this.room.cardWritten && this.room.labTold ? this.lookButton : this.writeButton).focus(); }

  leave() { this.chooser?.end(); }

  showCard() {
    this.fingerprint.replaceChildren(shownFingerprint(this.card, say("trust.fingerprint")));
    this.writeButton = button(say("trust.card-write"), { kind: this.room.cardWritten ? "" : "primary", press: () => this.pick(this.cardBody, (stick) => this.writeCard(stick)) });
    const told = this.room.labTold
      ? h("p", { class: "told" }, icon("check"), say("trust.told-done"))
      : button(say("trust.told"), { press: () => this.tell() });
    this.cardBody.replaceChildren(h("div", { class: "choices" }, this.writeButton, told));
  }

  showTrust(line = null) {
    this.lookButton = button(say("trust.look"), { kind: this.room.cardWritten ? "primary" : "", press: () => this.pick(this.trustBody, (stick) => this.find(stick)) });
    const n = this.room.projects.length;
    this.trustBody.replaceChildren(...[
      line, n > 0 && h("p", { class: "muted" }, say("trust.projects", { n })), h("div", { class: "choices" }, this.lookButton),
    ].filter(Boolean));
  }

  /** Asks for a stick in the place where it is needed. */
  pick(place, then) {
    this.chooser?.end();
    this.chooser = new StickChooser(then, { alone: false });
    place.replaceChildren(this.chooser.element);
    this.chooser.begin();
    place.querySelector("summary")?.focus();
  }

  async writeCard(stick) {
    await this.doing(this.cardBody, async () => {
      const { file } = await post("custodian/card-file", { lab: this.lab, stick: stick.path });
      this.room.cardWritten = true;
      const line = say("trust.card-written", { file });
      this.showCard();
      this.cardBody.prepend(h("p", { class: "told good" }, icon("check"), line));
      announce(line);
      this.cardBody.querySelector("button:last-of-type")?.focus();
    });
  }

  async tell() {
    await this.doing(this.cardBody, async () => {
      await post("custodian/told");
      this.room.labTold = true;
      this.showCard();
      announce(say("trust.told-done"));
      this.lookButton.focus();
    });
  }

  async find(stick) {
    await this.doing(this.trustBody, async () => {
      const { files } = await post("custodian/trust-files", { stick: stick.path });
      if (files.length === 0) {
        this.showTrust(h("p", { class: "wrong", role: "alert" }, icon("warning"), say("trust.no-file")));
        this.lookButton.focus();
      } else {
        this.compare(stick, files);
      }
    });
  }

  compare(stick, files) {
    const field = new FingerprintField();
    const wrong = h("div", { role: "alert" });
    const names = files.map((file, index) => h("label", { class: "radio" }, h("input", { type: "radio", name: "trust-file", value: file, checked: index === 0 }), h("bdi", {}, file)));
    const form = h("form", { class: "stack", autocomplete: "off", on: { submit: (event) => this.send(event, stick, form, field, wrong) } },
      h("fieldset", { class: "stack" }, h("legend", {}, say("trust.file")), names), field.element, wrong,
      h("div", { class: "choices" }, h("button", { class: "button primary", type: "submit" }, say("trust.go")),
        button(say("custodian.cancel"), { kind: "quiet", press: () => { this.showTrust(); this.lookButton.focus(); } })));
    this.trustBody.replaceChildren(form);
    field.field.focus();
  }

  async send(event, stick, form, field, wrong) {
    event.preventDefault();
    if (field.digits.length !== 64) {
      wrong.replaceChildren(h("p", { class: "wrong" }, icon("warning"), say("trust.missing")));
      return field.field.focus();
    }
    await this.doing(this.trustBody, async () => {
      const file = new FormData(form).get("trust-file");
      const outcome = await post("custodian/trust", { stick: stick.path, file, fingerprint: field.digits, lab: this.lab });
      if (outcome.differs) return this.differ(outcome.differs, field, wrong);
      this.room = await get("custodian/room");
      this.showTrust(h("p", { class: "told good" }, icon("check"), say("trust.trusted")));
      announce(say("trust.trusted"));
      this.lookButton.focus();
    }, wrong);
  }

  /** One or two groups are a slip of the hand; another file differs in nearly all. */
  differ(groups, field, wrong) {
    const line = groups.length <= 4 ? say("trust.slip", { n: groups.length, groups: new Intl.ListFormat("en").format(groups.map(String)) }) : say("trust.other");
    wrong.replaceChildren(h("p", { class: "wrong" }, icon("warning"), line), ...(groups.length <= 4 ? [shownFingerprint(field.digits, say("trust.type"), groups)] : []));
    field.field.focus();
  }

  async doing(place, act, wrong = null) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 423) return this.app.trouble(error);
      const line = h("p", { class: "wrong", role: "alert" }, icon("warning"), error.line);
      if (wrong) return wrong.replaceChildren(line);
      if (place === this.cardBody) {
        this.showCard();
        this.cardBody.prepend(line);
      } else {
        this.showTrust(line);
      }
    }
  }

  anotherLab() {
    const help = freshID("help");
    const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: "100", dir: "auto", "aria-describedby": help,
      on: { change: () => this.setLab(field.value.trim()) } });
    return h("details", { class: "by-hand" }, h("summary", {}, say("trust.another")),
      h("div", { class: "stack" }, h("label", {}, say("trust.lab-name"), field), h("p", { class: "fine rule", id: help }, say("trust.lab-name-help"))));
  }

  async setLab(lab) {
    await this.doing(this.cardBody, async () => {
      this.card = (await post("custodian/card", { lab })).fingerprint;
      this.lab = lab;
      this.showCard();
    });
  }
}
