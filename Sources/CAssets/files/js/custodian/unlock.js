import { postSecret, Problem } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { freshID, h } from "../dom.js";
import { icon, sign } from "../icons.js";
import { say } from "../say.js";
import { band, titleOf } from "./frame.js";

/** The passphrase alone. `note` says why one is here again. */
export class UnlockPage {
  constructor(app, note = null) {
    this.app = app;
    this.title = titleOf("unlock.title");
    const wrong = freshID("wrong");
    this.field = h("input", { type: "password", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": wrong });
    this.wrong = h("p", { class: "wrong", id: wrong, role: "alert" });
    this.go = h("button", { class: "button primary", type: "submit" }, say("unlock.go"));
    this.element = h(
      "div", { class: "sheet" }, band(app, h("a", { class: "button quiet small", href: "/" }, say("custodian.people-door"))),
      h("main", { class: "alone" },
        h("div", { class: "card" },
          h("p", { class: "brand" }, sign(), say("app.name")),
          h("h1", {}, say("unlock.title")),
          note && h("p", { class: "fine", role: "status" }, note),
          h("form", { autocomplete: "off", on: { submit: (event) => this.submit(event) } },
            h("label", {}, say("unlock.passphrase"), this.field), this.wrong, this.go)),
        h("p", { class: "below" }, say("unlock.pauses")),
        h("p", { class: "below" }, say("unlock.forgotten"))));
  }

  shown() { this.field.focus(); }

  async submit(event) {
    event.preventDefault();
    if (!this.field.value) return this.show(say("unlock.empty"));
    this.go.setAttribute("aria-disabled", "true");
    try {
      await postSecret("custodian/sign-in", this.field.value);
      await this.app.entered();
    } catch (error) {
      this.show(error instanceof Problem && error.status === 403 ? say("unlock.wrong") : troubleLine(error));
    } finally {
      this.field.value = "";
      this.go.removeAttribute("aria-disabled");
    }
  }

  show(line) {
    this.wrong.replaceChildren(icon("warning"), line);
    this.field.focus();
  }
}
