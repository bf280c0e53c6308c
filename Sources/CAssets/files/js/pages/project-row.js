import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";
import { goLink } from "./bar.js";

const open = ({ total, answered, skipped }) => total - answered - skipped;
const begun = ({ answered, drafts, skipped }) => answered + drafts + skipped > 0;

/** What comes next in a project: its address, and what the button says. */
export function stepOf(project) {
  const { id, codename, unread, practice, drafts } = project;
  const name = codename;
  if (unread > 0) return { path: `/p/${id}/changes`, words: sentence("home.read-first", { n: unread, project: name }) };
  if (practice && practice.answered < practice.total && drafts === 0 && (practice.right < practice.pass || !begun(project))) {
    return { path: `/p/${id}/practice`, words: sentence("home.practise-first", { project: name }) };
  }
  return { path: `/p/${id}`, words: sentence(begun(project) ? "home.continue" : "home.start-with", { project: name }) };
}

/** A project: what it asks, how far one is, what there is to know, what to do. */
export function projectRow(app, project) {
  const { id, codename, total, answered } = project;
  const done = open(project) === 0;
  const label = done ? "home.look" : begun(project) ? "home.open" : "home.start";
  const kind = project.kind && say(`kind.${project.kind}`);
  return h(
    "li", { class: done ? "done" : null },
    h("div", { class: "about" },
      h("h2", {}, h("bdi", {}, codename), kind && h("span", { class: "kind-of" }, kind)),
      project.asks && h("p", { dir: "auto" }, project.asks), notices(app, project)),
    h("div", { class: "progress" },
      h("span", {}, sentence("home.answered", { answered: h("b", { class: "digits" }, String(answered)), total })),
      h("progress", { max: Math.max(1, total), value: answered, "aria-label": `${codename}: ${say("home.answered", { answered, total })}` }),
      h("span", { class: "fine" }, rest(project) || say("home.finished"))),
    h("div", { class: "act" },
      goLink(app, done ? `/p/${id}/work` : project.unread > 0 ? `/p/${id}/changes` : `/p/${id}`, { class: done ? "button quiet" : "button" }, say(label), h("span", { class: "sr" }, ` ${codename}`)),
      begun(project) && !done && goLink(app, `/p/${id}/work`, { class: "plain" }, say("home.own"), h("span", { class: "sr" }, ` ${codename}`))));
}

function rest(project) {
  const { drafts, skipped, flagged } = project;
  return [[drafts, "home.drafts"], [skipped, "home.skipped"], [flagged, "home.flagged"], [open(project), "home.open-count"]]
    .filter(([n]) => n > 0).map(([n, key]) => say(key, { n })).join(" · ");
}

/** What one should know before going on. */
function notices(app, { id, pause, unread, unbegun, practice, total }) {
  const tags = [];
  if (pause) tags.push(tag("warn", "warning", say("home.paused"), h("span", { dir: "auto" }, pause)));
  if (unread > 0) tags.push(tag("warn", "book", say("home.guidelines"), goLink(app, `/p/${id}/changes`, {}, say("home.unread", { n: unread }))));
  else if (unbegun && total > 0) tags.push(tag("news", "book", say("home.new"), goLink(app, `/p/${id}/changes`, {}, say("home.read-guidelines"))));
  if (practice) {
    const passed = practice.right >= practice.pass;
    const words = practice.pass > 0 && !passed ? say("home.practice-pass", practice) : say("home.practice-done", practice);
    tags.push(tag(passed ? "good" : "news", passed ? "check" : "pencil", say("home.practice"), goLink(app, `/p/${id}/practice`, {}, words)));
  }
  return tags;
}

const tag = (kind, picture, name, ...content) =>
  h("div", { class: "notice" }, h("span", { class: `tag ${kind}` }, icon(picture), name), content);
