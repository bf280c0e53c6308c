import { h } from "../dom.js";
import { duration, say } from "../say.js";

const space = "http://www.w3.org/2000/svg";
const hour = 3_600_000;

/** Active time by hour as bars, with a table of the same numbers for who doesn't see them. */
export function hourBars(hours) {
  const worked = hours.flatMap((ms, at) => (ms > 0 ? [at] : []));
  const from = Math.min(7, ...worked);
  const to = Math.max(18, ...worked);
  const count = to - from + 1;
  const svg = shape("svg", { class: "bars", viewBox: `0 0 ${count * 10} 44`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (let at = from; at <= to; at += 1) {
    const height = Math.max(0.5, 40 * Math.min(1, hours[at] / hour));
    svg.append(shape("rect", { x: (at - from) * 10 + 1, y: 42 - height, width: 8, height, class: hours[at] > 0 ? "worked" : "idle" }));
  }
  const marks = [from, Math.round((from + to) / 2), to];
  return h(
    "figure", { class: "by-hour" }, svg, h("p", { class: "scale-ends", "aria-hidden": "true" }, marks.map((at) => h("span", {}, String(at)))),
    h("table", { class: "sr" }, h("caption", {}, say("hours.by-hour")), h("tbody", {}, worked.map((at) => h(
      "tr", {}, h("th", { scope: "row" }, say("hours.hour", { n: at })), h("td", {}, duration(hours[at])))))));
}

function shape(tag, attributes) {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
