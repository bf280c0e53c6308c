import { button, h } from "../dom.js";
import { say, sentence } from "../say.js";
import { undoAct } from "../task/undo.js";
import { homeLink, lockButton } from "./bar.js";

/** The end of a queue. */
export class DonePage {
  constructor(app, project, { codename, total, answered, skipped }) {
    this.app = app;
    this.title = `${codename} · ${say("app.name")}`;
    const name = h("bdi", {}, codename);
    this.home = button(say("done.home"), { kind: "primary", key: "Enter", press: () => app.go("/") });
    const look = total > 0 && button(say("done.look"), { press: () => app.go(`/p/${project}/1`) });
    const skips = skipped > 0 && button(say("done.skips", { n: skipped }), { key: "Q", press: () => app.go(`/p/${project}/work`) });
    const last = total > 1 && button(say("done.last"), { key: "B", press: () => app.go(`/p/${project}/${total}`) });
    const title = total > 0 ? sentence("done.title", { project: name }) : sentence("done.empty", { project: name });
    this.element = h(
      "div", {},
      h("header", { class: "bar" }, homeLink(app, true), h("span", { class: "gap" }), lockButton(app)),
      h("main", { class: "alone" },
        h("div", { class: "card wide" }, h("h1", {}, title),
          total > 0 && h("p", {}, say("done.counts", { n: answered }), skipped > 0 && ` ${say("done.skipped", { n: skipped })}`, ` ${say("done.next")}`),
          h("div", { class: "choices" }, this.home, skips, look, last))));
    this.commands = [
      { keys: ["Enter", "h"], run: () => app.go("/") },
      { keys: ["b"], run: () => total > 0 && app.go(`/p/${project}/${total}`) },
      { keys: ["q"], run: () => app.go(`/p/${project}/work`) },
      { keys: ["u"], run: () => undoAct(app) },
      { keys: ["Shift+l"], run: () => app.signOut() },
    ];
  }

  shown() { this.home.focus(); }
}
