import { postSecret } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { freshID, h } from "../dom.js";
import { sign } from "../icons.js";
import { say } from "../say.js";
import { band, titleOf } from "./frame.js";
import { NewPassphrase } from "./secret.js";

/** The first page of an empty machine: the room's name and its custodian's passphrase. */
export class MakeRoomPage {
  constructor(app) {
    this.app = app;
    this.title = titleOf("make.title");
    const help = freshID("help");
    this.name = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: "60", dir: "auto", "aria-describedby": help });
    this.secret = new NewPassphrase({ field: "make.passphrase", again: "make.again", rule: "make.rule" });
    this.go = h("button", { class: "button primary", type: "submit" }, say("make.go"));
    this.element = h(
      "div", { class: "sheet" }, band(app),
      h("main", { class: "alone" },
        h("div", { class: "card wide" },
          h("p", { class: "brand" }, sign(), say("app.name")),
          h("h1", {}, say("make.title")), h("p", {}, say("make.text")),
          h("form", { autocomplete: "off", on: { submit: (event) => this.submit(event) } },
            h("label", {}, say("make.name"), this.name), h("p", { class: "fine rule", id: help }, say("make.name-help")),
            this.secret.element, this.go))));
  }

  shown() { this.name.focus(); }

  async submit(event) {
    event.preventDefault();
    const name = this.name.value.trim();
    if (!name) return this.secret.complain(say("make.no-name"), this.name);
    const passphrase = this.secret.value();
    if (passphrase === null) return;
    this.go.setAttribute("aria-disabled", "true");
    this.go.textContent = say("make.making");
    try {
      await postSecret("custodian/make", `${name}\n${passphrase}`);
      this.secret.clear();
      await this.app.entered();
    } catch (error) {
      this.secret.complain(troubleLine(error));
    } finally {
      this.go.removeAttribute("aria-disabled");
      this.go.textContent = say("make.go");
    }
  }
}
