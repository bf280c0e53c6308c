import { signIn, Problem } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { h, freshID } from "../dom.js";
import { icon, sign } from "../icons.js";
import { say } from "../say.js";

/** Name and passphrase. `note` says why one is here again. */
export class SignInPage {
  constructor(app, note = null) {
    this.app = app;
    this.title = `${say("signin.title")} · ${say("app.name")}`;
    const wrong = freshID("wrong");
    this.name = this.field("text", wrong);
    this.passphrase = this.field("password", wrong);
    this.wrong = h("p", { class: "wrong", id: wrong, role: "alert" });
    this.go = h("button", { class: "button primary", type: "submit" }, say("signin.go"));
    this.element = h(
      "main", { class: "alone" },
      h("div", { class: "card" },
        h("p", { class: "brand" }, sign(), say("app.name")),
        h("h1", {}, say("signin.title")),
        h("p", {}, h("bdi", {}, say("signin.room", { room: app.room.room }))),
        note && h("p", { class: "fine", role: "status" }, note),
        h("form", { autocomplete: "off", on: { submit: (event) => this.submit(event) } },
          h("label", {}, say("signin.name"), this.name),
          h("label", {}, say("signin.passphrase"), this.passphrase),
          this.wrong, this.go)),
      h("p", { class: "below" }, say("signin.promise")),
      app.room.custodian && h("p", { class: "below" }, h("a", { href: "/custodian" }, say("signin.custodian"))));
  }

  field(type, describedBy) {
    return h("input", {
      type, autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": describedBy,
    });
  }

  shown() { this.name.focus(); }

  async submit(event) {
    event.preventDefault();
    if (!this.name.value || !this.passphrase.value) return this.complain("signin.empty");
    this.go.setAttribute("aria-disabled", "true");
    try {
      await signIn(this.name.value, this.passphrase.value);
      await this.app.signedIn();
    } catch (error) {
      if (error instanceof Problem && error.status === 423) return;
      this.show(error instanceof Problem && error.status === 403 ? say("signin.wrong") : troubleLine(error));
    } finally {
      this.passphrase.value = "";
      this.go.removeAttribute("aria-disabled");
    }
  }

  complain(key) { this.show(say(key)); }

  show(line) {
    this.wrong.replaceChildren(icon("warning"), line);
    (this.name.value ? this.passphrase : this.name).focus();
  }
}
