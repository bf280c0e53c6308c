import { get, post } from "../api.js";
import { announce, button, h } from "../dom.js";
import { icon } from "../icons.js";
import { clockTime, day, say } from "../say.js";
import { alarmWords } from "./alarm-words.js";
import { codename, frame, pageCommands, titleOf, unread } from "./frame.js";

const marks = { note: "dot", look: "warning", stop: "stop" };

/** What was refused, in plain words, until it is acknowledged; then still there. */
export class AlarmsPage {
  static async open(app) { return new AlarmsPage(app, await get("custodian/room")); }

  constructor(app, room) {
    this.app = app;
    this.title = titleOf("nav.alarms");
    this.heading = h("h1", { class: "big", tabindex: "-1" }, say("alarms.title"));
    const newest = room.alarms.toSorted((a, b) => b.at - a.at || b.id - a.id);
    const fresh = newest.filter((each) => each.acknowledgedAt === null);
    this.commands = pageCommands(app, [
      { keys: ["j", "k"], run: (name) => this.move(name === "j" ? 1 : -1), repeat: true, label: "key.next-alarm", hint: "key.next-alarm" },
      { keys: ["y"], run: () => this.current()?.querySelector("button")?.click(), label: "key.ack", hint: "key.ack" },
    ]);
    this.element = frame(app, "alarms", unread(room), this.commands,
      h("div", { class: "lead" }, h("div", {}, this.heading, h("p", {}, say(newest.length > 0 ? "alarms.lead" : "alarms.none")))),
      fresh.some((each) => alarmWords(each.code).level === "stop") && h("p", { class: "alarm bad" }, icon("stop"), h("span", {}, say("alarms.blocks"))),
      section("alarms.new", fresh, (each) => this.card(each)),
      section("alarms.old", newest.filter((each) => each.acknowledgedAt !== null), (each) => this.card(each)));
  }

  shown() { (this.cards()[0] ?? this.heading).focus(); }

  cards() { return [...this.element.querySelectorAll("article")]; }

  current() { return document.activeElement?.closest("article"); }

  move(by) {
    const cards = this.cards();
    const place = cards.indexOf(this.current());
    cards[Math.min(cards.length - 1, Math.max(0, place + by))]?.focus();
  }

  card(alarm) {
    const { level, what, means, action } = alarmWords(alarm.code);
    const when = say("alarms.when", { date: day(alarm.at), time: clockTime(alarm.at), project: codename(alarm) });
    return h(
      "article", { class: `notice ${level}`, tabindex: "-1" },
      h("p", { class: "level" }, icon(marks[level]), say(`alarms.${level}`)),
      h("div", { class: "said" },
        h("h2", {}, what), h("p", {}, means), h("p", { class: "do" }, action),
        h("details", {}, h("summary", {}, say("alarms.details")),
          h("p", { class: "fine" }, say("alarms.code", { code: alarm.code })),
          h("p", { class: "fine wrap" }, alarm.hash ? say("alarms.hash", { hash: alarm.hash }) : say("alarms.no-hash"))),
        h("p", { class: "fine" }, when)),
      alarm.acknowledgedAt === null
        ? button(say("alarms.ack"), { key: "Y", "aria-label": say("alarms.ack-label", { what }), press: () => this.acknowledge(alarm) })
        : h("p", { class: "fine" }, say("alarms.acked", { date: day(alarm.acknowledgedAt), time: clockTime(alarm.acknowledgedAt) })));
  }

  async acknowledge({ id, project }) {
    try {
      await post("custodian/acknowledge", { project, alarm: id });
      await this.app.render();
      announce(say("alarms.done"));
    } catch (error) {
      await this.app.trouble(error);
    }
  }
}

function section(title, alarms, card) {
  return alarms.length > 0 && h("section", { class: "block" }, h("h2", {}, say(title)), alarms.map(card));
}
