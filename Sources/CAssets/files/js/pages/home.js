import { get } from "../api.js";
import { cap, h } from "../dom.js";
import { activeTime, actCounts, byHour, hoursSince, midnight } from "../app/day.js";
import { icon } from "../icons.js";
import { clockTime, day, say, sentence, weekday } from "../say.js";
import { openKeys } from "../dialogs/keys.js";
import { goLink, pageBar, pageCommands } from "./bar.js";
import { todayCard } from "./day-card.js";
import { lettersCard } from "./letters.js";
import { projectRow, stepOf } from "./project-row.js";

/** Where work goes on, what today brought, what the lab wrote. */
export class HomePage {
  static async open(app) {
    const { projects } = await get("projects");
    const today = await hoursSince(midnight());
    const next = projects.find((each) => each.drafts > 0 && open(each) > 0) ?? projects.find((each) => open(each) > 0);
    const resumeAt = next ? (await get(`projects/${next.id}`)).resumeAt : null;
    return new HomePage(app, { projects, today, next, resumeAt });
  }

  constructor(app, { projects, today, next, resumeAt }) {
    Object.assign(this, { app, projects, title: `${say("home.title")} · ${say("app.name")}` });
    this.first = next ? this.primary(next) : null;
    this.heading = h("h1", { tabindex: "-1", id: "projects" }, say("home.title"));
    const side = h(
      "aside", { class: "side", "aria-label": say("home.side") },
      todayCard({ active: activeTime(today.cells), hours: byHour(today.cells), acts: actCounts(today.projects) }),
      lettersCard(app, projects, () => app.render()));
    this.element = h(
      "div", {}, pageBar(app),
      h("main", { class: "page" }, this.lead(next, resumeAt), h("div", { class: "columns" }, h("div", {}, this.list()), side), this.promise()));
    this.commands = [
      { keys: ["Enter"], label: "home.open", group: "key.group-app", run: () => this.first?.click() },
      { keys: ["q"], label: "key.work", group: "key.group-app", run: () => next && app.go(`/p/${next.id}/work`) },
      ...pageCommands(app).filter((each) => each.label !== "key.home"),
      { keys: ["?"], label: "key.all", group: "key.group-app", run: () => openKeys(this.commands) },
    ];
  }

  shown() { (this.first ?? this.heading).focus(); }

  /** The one thing to do next, in words that say what comes first. */
  primary(project) {
    const { path, words } = stepOf(project);
    return goLink(this.app, path, { class: "button primary" }, h("span", {}, words), cap("Enter"));
  }

  lead(next, resumeAt) {
    const line = next && resumeAt
      ? sentence(next.drafts > 0 ? "home.lead-draft" : "home.lead", { project: h("b", {}, h("bdi", {}, next.codename)), n: resumeAt }) : null;
    return h("div", { class: "lead" }, h("div", {}, this.heading, line && h("p", {}, line)), h("span", { class: "gap" }), this.first);
  }

  list() {
    if (this.projects.length === 0) return h("p", { class: "empty" }, say("home.none"));
    return h("ul", { class: "projects", "aria-labelledby": "projects" }, this.projects.map((each) => projectRow(this.app, each)));
  }

  promise() {
    const taken = Math.max(0, ...this.projects.map((each) => each.takenOut ?? 0));
    const when = taken > midnight() ? clockTime(taken) : `${taken > midnight() - 6 * 86_400_000 ? weekday(taken).split(",")[0] : day(taken)}, ${clockTime(taken)}`;
    return h("p", { class: "promise" }, icon("check"), h("span", {}, say("home.promise"), " ", taken > 0 ? say("home.taken", { when }) : say("home.not-taken")));
  }
}

const open = ({ total, answered, skipped }) => total - answered - skipped;
