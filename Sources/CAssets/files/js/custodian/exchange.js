import { get, post, Unreachable } from "../api.js";
import { announce, button, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { alarmWords } from "./alarm-words.js";
import { band, codename, titleOf } from "./frame.js";
import { size } from "./sticks.js";

const every = 250;

/** A stick that is being worked on, until it may be pulled out. */
export class ExchangePage {
  constructor(app, exchange) {
    this.app = app;
    this.title = titleOf("exchange.title");
    this.main = h("main", { class: "verdict" });
    this.element = h("div", { class: "sheet" }, band(app), this.main);
    this.commands = [{ keys: ["Enter"], run: () => this.enter?.() }, { keys: ["5"], run: () => this.alarms?.() }];
    this.update(exchange);
  }

  /** While it runs nobody is signed out for sitting still. */
  get isBusy() { return this.phase === "running"; }

  shown() {
    this.heading.focus();
    if (this.isBusy) this.timer = setInterval(() => this.look(), every);
  }

  leave() { clearInterval(this.timer); }

  async look() {
    try {
      const { exchange } = await get("custodian/exchange");
      if (!exchange) return await this.app.go("");
      this.update(exchange);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        this.leave();
        await this.app.trouble(error);
      }
    }
  }

  update(exchange) {
    const before = this.phase;
    this.phase = exchange.phase;
    const build = { running: () => this.running(exchange), done: () => this.done(exchange), stopped: () => this.stopped(exchange) }[exchange.phase];
    const changed = before !== exchange.phase;
    if (changed) this.heading = h("h1", { tabindex: "-1" });
    this.main.className = `verdict ${exchange.phase}`;
    const content = build();
    this.main.replaceChildren(this.heading, ...content.flat().filter(Boolean));
    if (changed && before) {
      this.leave();
      announce(this.heading.textContent);
      (this.main.querySelector(".primary") ?? this.heading).focus();
    }
  }

  running(exchange) {
    const writing = exchange.steps.find((each) => each.step === "writing");
    this.heading.textContent = writing ? say("exchange.wait-files", { n: writing.files, total: writing.ofFiles }) : say("exchange.wait");
    const now = exchange.steps.find((each) => each.step === exchange.step);
    return [
      now && now.ofBytes > 0 && h("progress", { max: now.ofBytes, value: now.bytes, "aria-label": stepLine(now, true) }),
      h("ol", { class: "steps" }, exchange.steps.map((each) => {
        const isNow = each.step === exchange.step;
        return h("li", { class: isNow ? "now" : "done" }, isNow ? icon("clock") : icon("check"), stepLine(each, isNow));
      })),
    ];
  }

  done(exchange) {
    this.heading.textContent = say("exchange.pull");
    const refused = exchange.channels.some((each) => each.alarms.length > 0);
    return [
      icon("check"), h("p", { class: "muted" }, say(exchange.direction === "take-in" ? "exchange.pull-unwritten" : "exchange.pull-text")),
      h("ul", { class: "lines" }, results(exchange).map((line) => h("li", { class: line.bad ? "bad" : null, dir: "auto" }, line.bad && icon("warning"), h("span", {}, line.text)))),
      this.choices(say("exchange.finish"), () => this.finish(""), refused),
    ];
  }

  stopped({ trouble, channels }) {
    const kinds = { vanished: "early", full: "full", "read-only": "read-only", other: "broke" };
    const key = kinds[trouble?.kind] ?? "broke";
    this.heading.textContent = say(`exchange.${key}`);
    const taken = results({ channels, others: 0 }).filter((line) => line.sure);
    return [
      icon("warning"), h("p", {}, say(`exchange.${key}-text`, { line: trouble?.line ?? "" })),
      key !== "early" && h("p", { class: "muted" }, say("exchange.may-pull")),
      taken.length > 0 && h("ul", { class: "lines" }, taken.map((line) => h("li", { dir: "auto" }, line.text))),
      this.choices(say("exchange.again"), () => this.finish("stick"), false),
    ];
  }

  choices(words, go, refused) {
    this.enter = go;
    this.alarms = refused ? () => this.finish("alarms") : null;
    return h("div", { class: "choices" }, button(words, { kind: "primary", key: "Enter", press: go }),
      refused && button(say("exchange.alarms"), { key: "5", press: () => this.finish("alarms") }));
  }

  async finish(page) {
    await post("custodian/exchange-dismiss").catch(() => {});
    await this.app.go(page);
  }
}

function stepLine(count, isNow) {
  const slots = { n: count.files, total: count.ofFiles, size: size(count.bytes) };
  const changes = ["looking", "opening", "sealing", "settling"].includes(count.step);
  return say(`exchange.${count.step}${isNow && changes ? "-now" : ""}`, slots);
}

/** What came of it, line by line; `sure` lines hold though the rest broke off. */
function results({ channels, others, direction = "both" }) {
  const lines = channels.flatMap((channel) => [...takenLines(channel, direction), ...outLines(channel)]);
  if (channels.length === 0) lines.push({ text: say("exchange.none") });
  if (others > 0) lines.push({ text: say("exchange.others", { n: others }) });
  return lines;
}

function takenLines(channel, direction) {
  const project = codename(channel);
  const lines = [];
  if (channel.older) lines.push({ text: say("exchange.older", { project }) });
  else if (channel.unfinished) lines.push({ text: say("exchange.unfinished", { project }) });
  else if (channel.imported.length > 0) lines.push({ text: say("exchange.taken", { project, n: channel.tasks }), sure: true });
  else if (channel.alarms.length === 0 && direction !== "put-out") lines.push({ text: say("exchange.taken-none", { project }) });
  for (const order of channel.orders) lines.push(...orderLines(order, project));
  for (const code of channel.alarms) {
    const { what, action } = alarmWords(code);
    lines.push({ text: `${say("exchange.refused", { project, what, action })} ${say("exchange.refused-code", { code })}`, bad: true });
  }
  return lines;
}

function orderLines({ name, text, consequences }, project) {
  const said = name === "message" ? say("exchange.message", { project, text }) : say("exchange.order", { project, name, text });
  return [{ text: said, sure: true }, ...consequences.map((line) => ({ text: line, sure: true }))];
}

function outLines(channel) {
  const project = codename(channel);
  const lines = [];
  if (channel.archive !== null) {
    lines.push({ text: say("exchange.archive", {
      project, n: channel.archive, answers: say("stick.answers", { n: channel.answers }),
      questions: say("stick.questions", { n: channel.questions }), entries: say("exchange.entries", { n: channel.leaves }),
    }) });
  }
  if (channel.awaitsAcceptance) lines.push({ text: say("exchange.restored", { project }) });
  if (channel.receipted > 0) lines.push({ text: say("exchange.receipted", { project, n: channel.receipted }), sure: true });
  return lines;
}
