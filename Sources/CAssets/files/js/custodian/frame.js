import { button, cap, h } from "../dom.js";
import { sign } from "../icons.js";
import { openKeys, face } from "../dialogs/keys.js";
import { say } from "../say.js";

const tabs = [["", "nav.overview"], ["stick", "nav.stick"], ["people", "nav.people"], ["trust", "nav.trust"], ["alarms", "nav.alarms"]];

/** The band at the top of every custodian's page: nobody should mistake it for a contractor's. */
export function band(app, ...more) {
  return h(
    "header", { class: "bar band" },
    h("span", { class: "home" }, sign(), h("span", {}, say("app.name"))),
    h("span", { class: "word" }, say("custodian.word")),
    app.state.room && h("p", { class: "room" }, h("bdi", {}, app.state.room)),
    h("span", { class: "gap" }), ...more);
}

/** The title of a page, as the tab shows it. */
export const titleOf = (key) => say("custodian.tab", { page: say(key) });

/**
 * A page with the band, the tabs and the strip of keys. `waiting` is the number of alarms that
 * nobody has acknowledged.
 */
export function frame(app, name, waiting, commands, ...content) {
  const lock = button(say("custodian.lock"), { kind: "quiet small", key: "Shift+L", press: () => app.lock() });
  return h(
    "div", { class: "sheet" },
    band(app, lock),
    h("nav", { class: "pages", "aria-label": say("custodian.pages") }, tabs.map((tab, index) => link(app, tab, index, name, waiting))),
    h("main", { class: "page" }, content),
    strip(commands));
}

function link(app, [name, key], index, current, waiting) {
  const count = name === "alarms" && waiting > 0 ? h("span", { class: "badge" }, h("span", { "aria-hidden": "true" }, String(waiting)), h("span", { class: "sr" }, say("nav.alarms-count", { n: waiting }))) : null;
  return h("a", {
    href: name ? `/custodian/${name}` : "/custodian", "aria-current": name === current ? "page" : null,
    on: { click: (event) => { event.preventDefault(); app.go(name); } },
  }, cap(String(index + 1)), say(key), count);
}

function strip(commands) {
  const shown = commands.filter((each) => each.hint);
  return h("footer", { class: "strip", "aria-label": say("custodian.keys-now") }, h("span", { class: "mode" }, say("mode.keys")),
    h("span", { class: "hints" }, shown.map((each) => h("span", { class: "hint" }, (each.shown ?? each.keys.map(face)).map(cap), say(each.hint)))));
}

/** The commands of every framed page, after its own. */
export function pageCommands(app, own = []) {
  const group = "key.group-custodian";
  const commands = [
    ...own.map((each) => ({ group, ...each })),
    ...tabs.map(([name], index) => ({ keys: [String(index + 1)], run: () => app.go(name), group, label: index === 0 ? "key.tabs-long" : null, shown: ["1", "…", "5"], hint: index === 0 ? "key.tabs" : null })),
    { keys: ["Shift+l"], run: () => app.lock(), group, label: "key.lock-custodian", hint: "key.lock-custodian" },
    { keys: ["?"], run: () => openKeys(commands), group, label: "key.all", hint: "key.all" },
  ];
  return commands;
}

/** How many alarms nobody has acknowledged. */
export const unread = (room) => room.alarms.filter((each) => each.acknowledgedAt === null).length;

/** A project by its codename; before the first tasks, by what it is. */
export const codename = (project) => project.codename ?? say("custodian.unnamed");
