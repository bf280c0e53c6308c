import { get } from "../api.js";
import { button, cap, h } from "../dom.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";
import { codename, frame, pageCommands, titleOf, unread } from "./frame.js";
import { leaseLines } from "./lease.js";
import { askForWipe } from "./wipe.js";
import { steps } from "./steps.js";

/** How the room stands: what is left to set up, the queues, what waits for the lab. */
export class OverviewPage {
  static async open(app) { return new OverviewPage(app, await get("custodian/room")); }

  constructor(app, room) {
    this.app = app;
    this.title = titleOf("nav.overview");
    const left = steps(room).filter((each) => !each.done);
    const due = left[0]?.page ?? "stick";
    this.main = button(say(left.length > 0 ? "steps.go" : "overview.stick"), { kind: "primary", key: "Enter", press: () => app.go(due) });
    this.commands = pageCommands(app, [{ keys: ["Enter"], run: () => app.go(due), label: "key.main", hint: "key.main" }]);
    this.element = frame(app, "", unread(room), this.commands,
      left.length > 0 ? this.checklist(room, left) : this.lead(),
      this.alarms(room),
      h("section", { class: "block" }, h("h2", { id: "projects" }, say("overview.projects")), this.projects(room)));
  }

  shown() { this.main.focus(); }

  lead() {
    return h("div", { class: "lead" }, h("h1", { class: "big" }, say("overview.title")), h("span", { class: "gap" }), this.main);
  }

  checklist(room, left) {
    return h(
      "section", { class: "block checklist", "aria-labelledby": "setting-up" },
      h("h1", { class: "big", id: "setting-up" }, say("steps.title")), h("p", { class: "muted" }, say("steps.lead", { n: left.length })),
      h("ol", {}, steps(room).map((step) => this.step(step, step.key === left[0].key))));
  }

  step({ key, done, page }, isNext) {
    const state = done ? "done" : isNext ? "now" : "later";
    return h(
      "li", { class: state },
      h("span", { class: "mark" }, done ? icon("check") : icon("dot"), h("span", { class: "sr" }, say(`steps.${state}`))),
      h("span", { class: "what" }, h("b", {}, say(`steps.${key}`)), h("span", { class: "fine" }, say(`steps.${key}-text`))),
      isNext ? this.main : null,
      !isNext && !done ? button([say("steps.open"), h("span", { class: "sr" }, ` ${say(`steps.${key}`)}`)], { kind: "small quiet", press: () => this.app.go(page) }) : null);
  }

  alarms(room) {
    const n = unread(room);
    return n > 0 && h("p", { class: "alarm" }, icon("warning"), h("span", {}, say("overview.alarms", { n })),
      button(say("overview.alarms-go"), { kind: "small", key: "5", press: () => this.app.go("alarms") }));
  }

  projects(room) {
    if (room.projects.length === 0) return h("p", { class: "empty" }, say("overview.none"));
    return h("ul", { class: "projects rooms", "aria-labelledby": "projects" }, room.projects.map((each) => this.project(each)));
  }

  project(each) {
    const name = h("bdi", {}, codename(each));
    const waits = each.answers + each.questions;
    return h(
      "li", {},
      h("div", { class: "about" }, h("h2", {}, name), h("p", {}, each.tasks > 0 ? say("overview.tasks", { n: each.tasks }) : say("overview.no-tasks"))),
      h("div", { class: "queue" }, each.grants.length === 0 ? h("p", {}, say("overview.nobody")) : each.grants.map(queue)),
      h("div", { class: "gone" },
        h("p", {}, waits > 0 ? say("overview.waits", { n: waits }) : say("overview.waits-none")),
        leaseLines(each), each.pause?.wiping && this.wipeButton(each)));
  }

  wipeButton(each) {
    const press = () => askForWipe(this.app, each).catch((error) => this.app.trouble(error));
    return button(say("wipe.button"), { kind: "small", press, "aria-label": say("wipe.button-label", { project: codename(each) }) });
  }
}

const queue = ({ name, left }) => h("p", { class: left > 0 ? null : "muted" }, sentence(left > 0 ? "overview.left" : "overview.left-none", { name, n: left }));
