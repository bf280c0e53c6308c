import { announce, button, h } from "../dom.js";
import { commandCatalogue } from "../app/catalogue.js";
import { isTyping, keyName } from "../app/keys.js";
import { holderOf } from "../app/remap.js";
import { keepSettings, settings } from "../app/settings.js";
import { face, openKeys } from "../dialogs/keys.js";
import { ask, ends } from "../dialogs/dialog.js";
import { say, sentence } from "../say.js";
import { pageBar, pageCommands } from "./bar.js";

const palettes = ["system", "light", "dark", "contrast"];
const sizes = [0, 14, 15, 16, 17, 18, 19, 20, 21, 22];
/** Keys with a meaning of their own that can't be given away. */
const fixed = /^(?:\d|Enter|Escape|Tab| |Arrow.*|Page.*|Home|End|Ctrl\+[a-z]|Ctrl\+Enter|Shift\+Tab)$/;

/** How the pages look and which keys act; kept for the person, encrypted, in the room. */
export class SettingsPage {
  constructor(app) {
    Object.assign(this, { app, title: `${say("settings.title")} · ${say("app.name")}` });
    this.heading = h("h1", { tabindex: "-1" }, say("settings.title"));
    this.list = h("div", {});
    this.element = h("div", {}, pageBar(app, { here: "bar.settings" }), h(
      "main", { class: "page" }, h("div", { class: "lead" }, h("div", {}, this.heading, h("p", {}, say("settings.what")))),
      h("section", { class: "panel" }, h("h2", {}, say("settings.look")), this.palette(), this.size()),
      h("section", { class: "panel" }, h("h2", {}, say("settings.keys")),
        this.toggle("singleKeys", "settings.single", "settings.single-what"), this.toggle("quickSubmit", "settings.quick", "settings.quick-what"), this.list)));
    this.showKeys();
    this.commands = [...pageCommands(app), { keys: ["?"], label: "key.all", group: "key.group-app", run: () => openKeys(this.commands) }];
  }

  shown() { this.heading.focus(); }

  palette() {
    return this.radios("palette", "settings.palette", palettes, (value) => say(`settings.palette-${value}`));
  }

  size() {
    return this.radios("textSize", "settings.size", sizes, (value) => (value === 0 ? say("settings.size-own") : String(value)));
  }

  radios(name, legend, values, words) {
    return h("fieldset", { class: "chooser" }, h("legend", {}, say(legend)), h("div", { class: "segments" }, values.map((value) => h(
      "label", {}, h("input", {
        type: "radio", name, checked: settings[name] === value, on: { change: () => this.keep({ [name]: value }) },
      }), h("span", {}, words(value))))));
  }

  toggle(name, label, help) {
    const id = `setting-${name}`;
    return h("div", { class: "switch" }, h("label", {}, h("input", {
      type: "checkbox", checked: settings[name], "aria-describedby": id, on: { change: (event) => this.keep({ [name]: event.currentTarget.checked }) },
    }), say(label)), h("p", { class: "fine", id }, say(help)));
  }

  async keep(change) {
    await keepSettings(change);
    announce(say("settings.kept"));
  }

  /** Every command with its key, each of which can be given another. */
  showKeys() {
    const rows = commandCatalogue.map(({ label, keys }) => {
      const own = settings.keys[label];
      return h("tr", {}, h("th", { scope: "row" }, say(label)), h("td", {}, h("kbd", {}, face(own ?? keys[0]))),
        h("td", {}, button(say("settings.change"), { kind: "small", "aria-label": say("settings.change-of", { name: say(label) }), press: () => this.change(label) }),
          own && button(say("settings.reset"), { kind: "quiet small", "aria-label": say("settings.reset-of", { name: say(label) }), press: () => this.give(label, null) })));
    });
    this.list.replaceChildren(h("details", { open: Object.keys(settings.keys).length > 0 }, h("summary", {}, say("settings.each-key")), h("table", { class: "keys" }, h("tbody", {}, rows))));
  }

  /** Asks for a key and gives it to the command, unless another has it. */
  async change(label) {
    const wrong = h("p", { class: "wrong", role: "alert" });
    const field = h("p", { class: "press", tabindex: "0", autofocus: true }, say("settings.press"));
    const chosen = await ask("settings.press-title", (finish) => [h("p", {}, say(label)), field, wrong, ends(finish, null)], {
      keydown: (event, finish) => {
        if (["Escape", "Tab", "Shift", "Control", "Alt", "Meta"].includes(event.key) || (event.key === "Enter" && event.target.matches("button"))) return;
        event.preventDefault();
        const key = keyName(event);
        const holder = holderOf(key, commandCatalogue, label);
        if (fixed.test(key)) wrong.replaceChildren(sentence("settings.fixed", { key: face(key) }));
        else if (holder) wrong.replaceChildren(sentence("settings.taken", { key: face(key), name: say(holder) }));
        else finish(key);
      },
    });
    if (chosen) await this.give(label, chosen);
  }

  async give(label, key) {
    const keys = { ...settings.keys };
    if (key) keys[label] = key; else delete keys[label];
    await this.keep({ keys });
    this.showKeys();
    this.list.querySelector("details").open = true;
    if (!isTyping()) [...this.list.querySelectorAll("button")].find((each) => each.getAttribute("aria-label") === say("settings.change-of", { name: say(label) }))?.focus();
  }
}

