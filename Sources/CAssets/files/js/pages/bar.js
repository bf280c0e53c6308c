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
