import { button, h } from "../dom.js";
import { sign } from "../icons.js";
import { say } from "../say.js";

/** Airlock's sign as the way home. */
export function homeLink(app, withName = false) {
  const follow = (event) => { event.preventDefault(); app.go("/"); };
  return h(
    "a", { class: "home", href: "/", "aria-label": say("bar.home"), on: { click: follow } },
    sign(), withName && h("span", {}, say("app.name")));
}

/** The button that locks. */
export const lockButton = (app) =>
  button(say("home.lock", { name: app.room.name }), { kind: "quiet small", key: "Shift+L", press: () => app.signOut() });

/** The button that ends the day: what it came to, and then the lock. */
const finishButton = (app) => button(say("home.finish"), { kind: "quiet small", key: "Shift+Q", press: () => app.leave() });

/** The bar of a page that is no task: its ways out at the end. */
export function pageBar(app, { title = null, here = null } = {}) {
  const way = (name, path, key) => button(say(name), {
    kind: "quiet small", key, "aria-current": here === name ? "page" : null, press: () => app.go(path),
  });
  return h(
    "header", { class: "bar" }, homeLink(app, true), title && h("span", { class: "muted" }, title), h("span", { class: "gap" }),
    way("bar.hours", "/me/hours", "Shift+H"), way("bar.settings", "/me/settings", ","), finishButton(app), lockButton(app));
}

/** The keys that every such page has. */
export const pageCommands = (app) => [
  { keys: ["h"], label: "key.home", group: "key.group-app", run: () => app.go("/") },
  { keys: ["Shift+h"], label: "key.hours", group: "key.group-app", run: () => app.go("/me/hours") },
  { keys: [","], label: "key.settings", group: "key.group-app", run: () => app.go("/me/settings") },
  { keys: ["Shift+q"], label: "key.summary", group: "key.group-app", run: () => app.leave() },
  { keys: ["Shift+l"], label: "key.lock", group: "key.group-app", run: () => app.signOut() },
];

/** A link of ours: a real address, followed without loading a page. */
export function goLink(app, path, attributes, ...content) {
  const follow = (event) => { event.preventDefault(); app.go(path); };
  return h("a", { href: path, ...attributes, on: { click: follow } }, content);
}
