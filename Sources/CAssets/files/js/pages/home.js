import { get } from "../api.js";
import { cap, h } from "../dom.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";
import { openKeys } from "../dialogs/keys.js";
import { homeLink, lockButton } from "./bar.js";

/** The projects that this person was granted. */
export class HomePage {
  static async open(app) {
    const { projects } = await get("projects");
    const next = projects.find((each) => each.drafts > 0 && open(each) > 0) ?? projects.find((each) => open(each) > 0);
    const resumeAt = next ? (await get(`projects/${next.id}`)).resumeAt : null;
    return new HomePage(app, projects, next, resumeAt);
  }

  constructor(app, projects, next, resumeAt) {
    this.title = `${say("home.title")} · ${say("app.name")}`;
    this.app = app;
    this.first = next ? this.link(next, "button primary", h("span", {}, sentence("home.continue", { project: next.codename })), cap("Enter")) : null;
    this.heading = h("h1", { tabindex: "-1", id: "projects" }, say("home.title"));
    this.element = h("div", {}, this.bar(), h("main", { class: "page" }, this.lead(next, resumeAt), this.list(projects), promise()));
    this.commands = [
      { keys: ["Enter"], label: "home.open", group: "key.group-app", run: () => this.first?.click() },
      { keys: ["Shift+l"], label: "key.lock", group: "key.group-app", run: () => app.signOut() },
      { keys: ["?"], label: "key.all", group: "key.group-app", run: () => openKeys(this.commands) },
    ];
  }

  shown() { (this.first ?? this.heading).focus(); }

  bar() {
    return h("header", { class: "bar" }, homeLink(this.app, true), h("span", { class: "gap" }), lockButton(this.app));
  }

  lead(next, resumeAt) {
    const line = next && resumeAt ? sentence("home.lead", { project: h("b", {}, h("bdi", {}, next.codename)), n: resumeAt }) : null;
    return h("div", { class: "lead" }, h("div", {}, this.heading, line && h("p", {}, line)), h("span", { class: "gap" }), this.first);
  }

  list(projects) {
    if (projects.length === 0) return h("p", { class: "empty" }, say("home.none"));
    return h("ul", { class: "projects", "aria-labelledby": "projects" }, projects.map((each) => this.row(each)));
  }

  row(project) {
    const { codename, total, answered, skipped, drafts } = project;
    const rest = [[drafts, "home.drafts"], [skipped, "home.skipped"], [open(project), "home.open-count"]]
      .filter(([n]) => n > 0).map(([n, key]) => say(key, { n })).join(" · ");
    const label = open(project) === 0 ? "home.look" : answered + drafts + skipped > 0 ? "home.open" : "home.start";
    return h(
      "li", { class: open(project) === 0 ? "done" : null },
      h("div", { class: "about" }, h("h2", {}, h("bdi", {}, codename)), h("p", {}, say("home.version", { version: project.version }))),
      h("div", { class: "progress" },
        h("span", {}, sentence("home.answered", { answered: h("b", { class: "digits" }, String(answered)), total })),
        h("progress", { max: Math.max(1, total), value: answered, "aria-label": `${codename}: ${say("home.answered", { answered, total })}` }),
        h("span", { class: "fine" }, rest || say("home.finished"))),
      h("div", { class: "act" }, this.link(project, open(project) === 0 ? "button quiet" : "button", say(label), h("span", { class: "sr" }, ` ${codename}`))));
  }

  link(project, kind, ...content) {
    const path = `/p/${project.id}`;
    return h("a", { class: kind, href: path, on: { click: (event) => { event.preventDefault(); this.app.go(path); } } }, content);
  }
}

const open = ({ total, answered, skipped }) => total - answered - skipped;

const promise = () => h("p", { class: "promise" }, icon("check"), say("home.promise"));
