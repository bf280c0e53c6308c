import { button, h } from "../dom.js";
import { sign } from "../icons.js";
import { say } from "../say.js";

/** One thing that stands in the way, and at most one thing to do about it. */
export class MessagePage {
  constructor(title, text, action = null, press = null) {
    this.title = `${say(title)} · ${say("app.name")}`;
    this.go = action ? button(say(action), { kind: "primary", key: "Enter", press }) : null;
    this.heading = h("h1", { tabindex: "-1" }, say(title));
    this.element = h(
      "main", { class: "alone" },
      h("div", { class: "card wide", role: "alert" },
        h("p", { class: "brand" }, sign(), say("app.name")), this.heading, h("p", {}, text),
        this.go && h("div", { class: "choices" }, this.go)));
  }

  shown() { (this.go ?? this.heading).focus(); }
}
