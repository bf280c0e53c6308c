import { get, post } from "../api.js";
import { announce, button, cap, h } from "../dom.js";
import { openKeys } from "../dialogs/keys.js";
import { clockTime, day, duration, say, sentence } from "../say.js";
import { answerWords } from "./answer-words.js";
import { pageBar, pageCommands } from "./bar.js";

const marks = ["new", "draft", "submitted", "revised", "skipped", "flagged", "asked"];
/** How long nobody may type before what is typed is searched for. */
const quiet = 200;

/** What a person made of a project's queue: their own acts and words, nobody else's. */
export class MyWorkPage {
  static async open(app, project) {
    const overview = await get(`projects/${project}`);
    const page = new MyWorkPage(app, project, overview);
    await page.find();
    return page;
  }

  constructor(app, project, { codename }) {
    Object.assign(this, { app, project, codename, chosen: new Set(), search: "", rows: [] });
    this.title = `${say("work.title")} · ${codename} · ${say("app.name")}`;
    this.heading = h("h1", { tabindex: "-1", id: "work-title" }, sentence("work.of", { project: codename }));
    this.chips = h("div", { class: "chips", role: "group", "aria-label": say("work.filter") });
    this.field = h("input", {
      type: "text", class: "find", "aria-label": say("work.search"), placeholder: say("work.search"), autocomplete: "off", spellcheck: "false",
      on: { input: () => this.typed(), keydown: (event) => this.leaveField(event) },
    });
    this.body = h("tbody", {});
    this.said = h("p", { class: "fine", role: "status" });
    this.more = button(say("work.more"), { press: () => this.find(true), hidden: true });
    this.element = h("div", {}, pageBar(app), h(
      "main", { class: "page wide" }, h("div", { class: "lead" }, this.heading, h("span", { class: "gap" }), h("p", { class: "fine" }, cap("J"), cap("K"), ` ${say("work.keys")} `, cap("Enter"), ` ${say("work.opens")}`)),
      h("div", { class: "finding" }, this.chips, this.field), this.said, this.table(), this.more));
    this.commands = this.keys();
  }

  keys() {
    const group = "key.group-work";
    return [
      { keys: ["j"], label: "key.next-row", shown: ["J"], group, repeat: true, run: () => this.step(1) },
      { keys: ["k"], label: "key.previous-row", shown: ["K"], group, repeat: true, run: () => this.step(-1) },
      { keys: ["/"], label: "key.find-own", group, run: () => this.field.focus() },
      ...marks.map((mark, index) => ({ keys: [String(index + 1)], label: `key.only-${mark}`, group, run: () => this.toggle(mark) })),
      { keys: ["0"], label: "key.no-filter", group, run: () => this.toggle(null) },
      ...pageCommands(this.app),
      { keys: ["?"], label: "key.all", group: "key.group-app", run: () => openKeys(this.commands) },
    ];
  }

  shown() { (this.rows[0] ?? this.heading).focus(); }

  table() {
    const columns = ["task", "state", "answer", "when", "active"];
    return h("div", { class: "tabular", role: "region", "aria-labelledby": "work-title", tabindex: "0" }, h(
      "table", { class: "own" }, h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, say(`work.${name}`))))), this.body));
  }

  /** Asks for the rows that fit; `more` goes on after the last. */
  async find(more = false) {
    const after = more ? this.last : 0;
    const asked = (this.asked = (this.asked ?? 0) + 1);
    const page = await post(`projects/${this.project}/mine`, { marks: [...this.chosen], search: this.search, after });
    if (asked !== this.asked) return;
    const rows = page.rows.map((row) => this.row(row, page.questions[row.schema]));
    if (more) this.body.append(...rows); else this.body.replaceChildren(...rows);
    this.rows = [...this.body.querySelectorAll("a")];
    this.last = page.rows.at(-1)?.position ?? after;
    this.more.hidden = !page.more;
    if (!more) this.showChips(page.counts);
    this.say(page.more);
    if (more) rows[0]?.querySelector("a").focus();
  }

  say(hasMore) {
    const words = say(hasMore ? "work.count-more" : "work.count", { n: this.rows.length });
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  showChips(counts) {
    const held = this.chips.contains(document.activeElement) ? [...this.chips.children].indexOf(document.activeElement) : -1;
    this.chips.replaceChildren(...marks.map((mark, index) => h(
      "button", { type: "button", class: "chip", "aria-pressed": String(this.chosen.has(mark)), on: { click: () => this.toggle(mark) } },
      cap(String(index + 1)), say(`mark.${mark}`), h("span", { class: "digits" }, String(counts[mark] ?? 0)))));
    if (held >= 0) this.chips.children[held].focus();
  }

  toggle(mark) {
    if (mark === null) this.chosen.clear();
    else if (!this.chosen.delete(mark)) this.chosen.add(mark);
    return this.find();
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.search = this.field.value;
      this.find();
    }, quiet);
  }

  leaveField(event) {
    if (event.isComposing || event.key !== "Enter") return;
    event.preventDefault();
    this.rows[0]?.focus();
  }

  step(by) {
    const at = this.rows.indexOf(document.activeElement);
    const next = this.rows[at < 0 ? 0 : Math.max(0, Math.min(this.rows.length - 1, at + by))];
    next?.focus();
    if (!next) announce(say("work.none"));
  }

  row(row, questions) {
    const path = `/p/${this.project}/${row.position}`;
    const follow = (event) => { event.preventDefault(); this.app.go(path); };
    const answer = row.answers ? answerWords(row.answers, questions) : row.long ? say("work.long") : "";
    const words = row.text ? say("work.because", { text: row.text }) : answer;
    return h(
      "tr", {}, h("th", { scope: "row" }, h("a", { href: path, class: "digits", on: { click: follow } }, say("work.task-n", { n: row.position }))),
      h("td", {}, row.marks.map((mark) => h("span", { class: `tag ${tones[mark]}` }, say(`mark.${mark}`)))),
      h("td", { class: "words" }, h("span", { dir: "auto" }, words), row.guidelines > 0 && h("span", { class: "fine" }, ` ${say("work.guidelines", { n: row.guidelines })}`)),
      h("td", { class: "digits" }, row.at ? `${day(row.at)}, ${clockTime(row.at)}` : ""),
      h("td", { class: "digits" }, row.activeMs > 0 ? duration(row.activeMs) : ""));
  }
}

const tones = { new: "", draft: "news", submitted: "good", revised: "good", skipped: "warn", flagged: "warn", asked: "news" };
