import { post, postSecret } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { button, freshID, h } from "../dom.js";
import { ask, ends } from "../dialogs/dialog.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { NewPassphrase } from "./secret.js";

/** A name from the custodian, then a passphrase from its owner. Gives the name, or null. */
export async function addPerson() {
  const name = await askName();
  return name === null ? null : askPassphrase(name);
}

function askName() {
  const [help, wrongID] = [freshID("help"), freshID("wrong")];
  const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false", dir: "auto", maxlength: "100", autofocus: true, "aria-describedby": `${help} ${wrongID}` });
  const wrong = h("p", { class: "wrong", id: wrongID, role: "alert" });
  async function next(event, finish) {
    event.preventDefault();
    const name = field.value.trim();
    try {
      await post("custodian/name", { name });
      finish(name);
    } catch (error) {
      wrong.replaceChildren(icon("warning"), troubleLine(error));
      field.focus();
    }
  }
  return ask("people.add-title", (finish) => [
    h("form", { class: "stack", autocomplete: "off", on: { submit: (event) => next(event, finish) } },
      h("label", {}, say("people.add-name"), field), h("p", { class: "fine rule", id: help }, say("people.add-name-help")), wrong,
      ends(finish, h("button", { class: "button primary", type: "submit" }, say("people.add-next")))),
  ]);
}

function askPassphrase(name) {
  const secret = new NewPassphrase({ field: "people.own-field", again: "people.own-again", rule: "people.own-rule" });
  async function keep(event, finish) {
    event.preventDefault();
    const passphrase = secret.value();
    if (passphrase === null) return;
    try {
      await postSecret("custodian/person", `${name}\n${passphrase}`);
      finish(name);
    } catch (error) {
      secret.complain(troubleLine(error));
    } finally {
      secret.clear();
    }
  }
  secret.first.setAttribute("autofocus", "");
  return ask("people.own-title", (finish) => [
    h("p", { class: "look-away" }, icon("eye"), say("people.own-text")),
    h("form", { class: "stack", autocomplete: "off", on: { submit: (event) => keep(event, finish) } },
      secret.element, ends(finish, h("button", { class: "button primary", type: "submit" }, say("people.own-go")))),
  ], { slots: { name } });
}
