import { get, post, Problem } from "../api.js";
import { announce, button, h } from "../dom.js";
import { ask, ends } from "../dialogs/dialog.js";
import { icon } from "../icons.js";
import { day, say, sentence } from "../say.js";
import { addPerson } from "./add-person.js";
import { codename, frame, pageCommands, titleOf, unread } from "./frame.js";

/** Who may open what: people down, projects across. */
export class PeoplePage {
  static async open(app, note = null) { return new PeoplePage(app, await get("custodian/room"), note); }

  constructor(app, room, note) {
    this.app = app;
    this.title = titleOf("nav.people");
    this.add = button([icon("plus"), say("people.add")], { kind: "primary", key: "+", press: () => this.addPerson() });
    this.note = h("p", { class: "told", hidden: note === null }, note);
    this.commands = pageCommands(app, [{ keys: ["+", "="], shown: ["+"], run: () => this.addPerson(), label: "key.add-person", hint: "key.add-person" }]);
    this.element = frame(app, "people", unread(room), this.commands,
      h("div", { class: "lead" }, h("div", {}, h("h1", { class: "big" }, say("people.title")), h("p", {}, say("people.lead"))), h("span", { class: "gap" }), this.add),
      this.note, this.table(room));
  }

  shown() { this.add.focus(); }

  table({ people, projects }) {
    if (people.length === 0) return h("p", { class: "empty" }, say("people.none"));
    return [
      h("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": say("people.title") },
        h("table", { class: "grants" },
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("people.name")), projects.map((each) => h("th", { scope: "col" }, h("bdi", {}, codename(each)))))),
          h("tbody", {}, people.map((name) => h("tr", {}, h("th", { scope: "row" }, h("bdi", {}, name)), projects.map((each) => this.cell(name, each))))))),
      projects.length === 0 && h("p", { class: "empty" }, say("people.no-project")),
    ];
  }

  cell(name, project) {
    const grant = project.grants.find((each) => each.name === name);
    const slots = { name, project: codename(project) };
    const [words, label, press] = grant ? ["people.revoke", "people.revoke-label", () => this.revoke(slots, project)] : ["people.grant", "people.grant-label", () => this.grant(slots, project)];
    const state = !grant ? say("people.cannot") : grant.since ? say("people.can-since", { date: day(grant.since) }) : say("people.can");
    return h("td", { class: grant ? "can" : null }, h("span", { class: "state" }, grant && icon("check"), state),
      button(say(words), { kind: "small", press, "aria-label": say(label, slots) }));
  }

  grant(slots, project) {
    return this.after(() => post("custodian/grant", { name: slots.name, project: project.id }), () => say("people.granted", slots));
  }

  async revoke(slots, project) {
    const sure = await ask("people.revoke-title", (finish) => [
      h("p", {}, sentence("people.revoke-text", slots)),
      ends(finish, button(say("people.revoke-go"), { kind: "primary", press: () => finish(true) })),
    ], { slots });
    if (sure) await this.after(() => post("custodian/revoke", { name: slots.name, project: project.id }), ({ shown }) => say("people.revoked", { ...slots, n: shown }));
  }

  async addPerson() {
    const name = await addPerson();
    if (name) await this.after(async () => ({}), () => say("people.added", { name }));
  }

  /** Does something, and shows the table as it is then, with what came of it. */
  async after(act, words) {
    try {
      const line = words(await act());
      const room = await get("custodian/room");
      const page = new PeoplePage(this.app, room, line);
      await this.app.replace(page);
      announce(line);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 423) return this.app.trouble(error);
      this.note.hidden = false;
      this.note.textContent = error.line;
    }
  }
}
