import { get } from "../api.js";
import { button, h } from "../dom.js";
import { activeTime, actCounts, breaks, byDay, byHour, hoursSince, midnight } from "../app/day.js";
import { openKeys } from "../dialogs/keys.js";
import { clockTime, day, duration, say, sentence, weekday } from "../say.js";
import { pageBar, pageCommands } from "./bar.js";
import { hourBars } from "./hour-bars.js";

const days = 30;

/** A person's hours, counts and receipt codes: what is recorded of them, all of it. */
export class HoursPage {
  static async open(app) {
    const since = midnight(Date.now() - (days - 1) * 86_400_000);
    const hours = await hoursSince(since);
    const all = await hoursSince(0);
    const sittings = [];
    for (const { id, codename } of hours.projects) {
      const { sittings: found } = await get(`projects/${id}/sittings`);
      sittings.push(...found.map((each) => ({ ...each, id, codename })));
    }
    sittings.sort((a, b) => b.to - a.to);
    return new HoursPage(app, hours, all, sittings);
  }

  constructor(app, hours, all, sittings) {
    Object.assign(this, { app, title: `${say("hours.title")} · ${say("app.name")}` });
    this.heading = h("h1", { tabindex: "-1" }, say("hours.title"));
    const today = hours.cells.filter(([start]) => start >= midnight());
    this.element = h("div", {}, pageBar(app, { here: "bar.hours" }), h(
      "main", { class: "page" }, h("div", { class: "lead" }, h("div", {}, this.heading, h("p", {}, say("hours.what")))),
      h("section", { class: "panel", "aria-label": say("today.title") }, h("h2", {}, say("today.title")), h("p", {}, daySentence(today)), hourBars(byHour(today))),
      dayTable(hours.cells), countTable(all.projects), sittingTable(sittings), this.leaves(all.projects)));
    this.commands = [...pageCommands(app), { keys: ["?"], label: "key.all", group: "key.group-app", run: () => openKeys(this.commands) }];
  }

  shown() { this.heading.focus(); }

  /** Every line of the logs that names the person, once they ask. */
  leaves(projects) {
    const list = h("div", {});
    const ask = async (event) => {
      event.currentTarget.hidden = true;
      for (const { id, codename } of projects) {
        const { leaves } = await get(`projects/${id}/leaves?from=0`);
        list.append(leafTable(codename, leaves));
      }
      list.querySelector("h3")?.focus();
    };
    return h("section", { class: "panel" }, h("h2", {}, say("leaves.title")), h("p", {}, say("leaves.what")), button(say("leaves.show"), { press: ask }), list);
  }
}

/** 31 answers, 2 h 40 min active, 3 breaks. */
function daySentence(cells) {
  return cells.length === 0 ? say("hours.nothing") : [sentence("hours.active", { time: duration(activeTime(cells)) }), " ", say("hours.breaks", { n: breaks(cells) })];
}

function table(caption, columns, rows) {
  return h("div", { class: "tabular", role: "region", tabindex: "0", "aria-label": caption }, h(
    "table", {}, h("caption", { class: "sr" }, caption), h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows)));
}

function dayTable(cells) {
  const rows = byDay(cells).map(([start, some]) => h(
    "tr", {}, h("th", { scope: "row" }, weekday(start)), h("td", { class: "digits" }, duration(activeTime(some))), h("td", { class: "digits" }, String(breaks(some))),
    h("td", { class: "digits" }, `${clockTime(some[0][2])} – ${clockTime(Math.max(...some.map((cell) => cell[3])))}`)));
  if (rows.length === 0) return null;
  return h("section", { class: "panel" }, h("h2", {}, say("hours.by-day")), table(say("hours.by-day"), ["day", "time", "pauses", "span"].map((name) => say(`hours.${name}`)), rows));
}

const kinds = ["answer", "revise", "withdraw", "skip", "flag", "ask", "read", "practice"];

function countTable(projects) {
  const shown = kinds.filter((kind) => projects.some(({ acts }) => acts[kind] > 0));
  const cells = (acts) => shown.map((kind) => h("td", { class: "digits" }, String(acts[kind] ?? 0)));
  const rows = projects.map(({ codename, acts }) => h("tr", {}, h("th", { scope: "row" }, h("bdi", {}, codename)), cells(acts)));
  if (projects.length > 1) rows.push(h("tr", { class: "sum" }, h("th", { scope: "row" }, say("hours.sum")), cells(actCounts(projects))));
  if (shown.length === 0) return null;
  return h("section", { class: "panel" }, h("h2", {}, say("counts.title")), table(say("counts.title"), [say("hours.project"), ...shown.map((kind) => say(`counts.${kind}`))], rows));
}

function sittingTable(sittings) {
  if (sittings.length === 0) return null;
  const rows = sittings.map((each) => h(
    "tr", {}, h("td", { class: "digits" }, `${day(each.from)}, ${clockTime(each.from)} – ${clockTime(each.to)}`), h("td", {}, h("bdi", {}, each.codename)),
    h("td", { class: "digits" }, String(Object.values(each.acts).reduce((sum, n) => sum + n, 0))), h("td", { class: "digits" }, duration(each.activeMs)),
    h("td", {}, h("code", { class: "receipt" }, each.code))));
  const columns = ["sitting", "project", "acts", "time", "code"].map((name) => say(`hours.${name}`));
  return h("section", { class: "panel" }, h("h2", {}, say("receipts.title")), h("p", {}, say("receipts.what")), table(say("receipts.title"), columns, rows));
}

function leafTable(codename, leaves) {
  const rows = leaves.map(({ index, event, at }) => h("tr", {}, h("td", { class: "digits" }, String(index)), h("td", {}, say(`leaf.${event}`)), h("td", { class: "digits" }, `${day(at)}, ${clockTime(at, true)}`)));
  return h("div", {}, h("h3", { tabindex: "-1" }, sentence("leaves.of", { project: codename, n: leaves.length })), table(codename, ["line", "event", "when"].map((name) => say(`leaves.${name}`)), rows));
}
