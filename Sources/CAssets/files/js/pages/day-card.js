import { h } from "../dom.js";
import { duration, say } from "../say.js";
import { hourBars } from "./hour-bars.js";

/** Today: active time, answers, both by what is recorded. */
export function todayCard({ active, hours, acts }) {
  const given = (acts.answer ?? 0) + (acts.revise ?? 0);
  return h(
    "section", { class: "panel", "aria-labelledby": "today" }, h("h2", { id: "today" }, say("today.title")),
    h("dl", { class: "figures" }, figure("today.active", duration(active)), figure("today.answers", String(given))),
    hourBars(hours), h("p", { class: "fine" }, say("today.clock")));
}

const figure = (name, value) => h("div", {}, h("dt", {}, say(name)), h("dd", { class: "digits" }, value));
