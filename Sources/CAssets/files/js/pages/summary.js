import { get } from "../api.js";
import { button, h } from "../dom.js";
import { activeTime, actCounts, breaks, hoursSince, midnight } from "../app/day.js";
import { duration, say } from "../say.js";
import { homeLink } from "./bar.js";

/** What today came to, before one goes. */
export class SummaryPage {
  static async open(app) {
    const today = await hoursSince(midnight());
    const { projects } = await get("projects");
    const codes = [];
    for (const { id, codename } of projects) {
      const { sittings } = await get(`projects/${id}/sittings`);
      const last = sittings.find((each) => each.to >= midnight() && Object.keys(each.acts).length > 0);
      if (last) codes.push({ codename, code: last.code });
    }
    return new SummaryPage(app, today, projects, codes);
  }

  constructor(app, today, projects, codes) {
    Object.assign(this, { app, title: `${say("summary.title")} · ${say("app.name")}` });
    const acts = actCounts(today.projects);
    const sum = (name) => projects.reduce((total, each) => total + (each[name] ?? 0), 0);
    const waiting = [[sum("drafts"), "summary.drafts"], [sum("flagged"), "summary.flagged"], [sum("skipped"), "summary.skipped"]]
      .filter(([n]) => n > 0).map(([n, key]) => say(key, { n }));
    this.go = button(say("summary.go"), { kind: "primary", key: "Enter", press: () => app.signOut() });
    const back = button(say("summary.back"), { key: "Esc", press: () => app.render() });
    this.element = h(
      "div", {}, h("header", { class: "bar" }, homeLink(app, true)),
      h("main", { class: "alone" }, h("div", { class: "card wide" }, h("h1", {}, say("summary.title")),
        h("p", {}, [say("summary.answers", { n: (acts.answer ?? 0) + (acts.revise ?? 0) }), say("summary.active", { time: duration(activeTime(today.cells)) }), say("summary.breaks", { n: breaks(today.cells) })].join(", "), "."),
        waiting.length > 0 && h("p", {}, say("summary.waiting"), " ", waiting.join(", "), "."),
        h("p", {}, say("summary.saved")),
        codes.length > 0 && h("div", {}, h("p", { class: "fine" }, say("summary.codes")), h("ul", { class: "codes" }, codes.map(({ codename, code }) => h("li", {}, h("bdi", {}, codename), " ", h("code", { class: "receipt" }, code))))),
        h("div", { class: "choices" }, this.go, back))));
    this.commands = [
      { keys: ["Enter"], run: () => app.signOut() },
      { keys: ["Shift+l"], run: () => app.signOut() },
      { keys: ["Escape"], run: () => app.render() },
    ];
  }

  shown() { this.go.focus(); }
}
