// A chat as a line of events: who said what, which tool was called with what, what came back.
import { h } from "../dom.js";
import { say } from "../say.js";
import { exact, fold } from "./fold.js";
import { pretty } from "./json.js";
import { piece } from "./piece.js";
import { text } from "./text.js";
import { markdownPiece } from "./tree.js";

/**
 * The calls of a chat in order: {message, call, name, arguments, results, of}. A result stands with
 * its call where ids say which is which; without ids the next results in turn.
 */
export function callsOf(messages) {
  const calls = messages.flatMap(({ calls: made = [] }, message) => made.map((each, call) => ({ ...each, message, call, of: made.length, results: [] })));
  messages.forEach((result, index) => {
    if (result.role !== "tool") return;
    const before = calls.filter((call) => call.message < index);
    const named = result.callId === undefined ? undefined : before.findLast((call) => call.id === result.callId);
    const owner = named ?? (result.callId === undefined ? before.find((call) => call.results.length === 0) : undefined);
    if (owner) owner.results.push({ ...result, index });
  });
  return calls;
}

/** The whole line. `card(call, content)` makes the element of a call; without it a call is just shown. */
export function timeline(messages, project, card = plainCard) {
  const calls = callsOf(messages);
  const placed = new Set(calls.flatMap(({ results }) => results.map(({ index }) => index)));
  const items = messages.flatMap((message, index) => (placed.has(index) ? [] : [
    message.source || !message.calls?.length ? said(message, project) : null,
    ...bracket(calls.filter((call) => call.message === index), calls, card),
  ]));
  return h("ol", { class: "timeline" }, items);
}

/** Calls made together share a bracket. */
function bracket(made, all, card) {
  const items = made.map((call) => h("li", { class: "event call" }, card(call, callContent(call), all.indexOf(call))));
  if (made.length < 2) return items;
  return [h("li", { class: "together" }, h("p", { class: "who" }, say("timeline.together", { n: made.length })), h("ol", {}, items))];
}

/** A message; what a tool said has no tree, because it is data. */
function said({ role, name, content, source }, project) {
  const who = h("p", { class: "who" }, h("bdi", {}, [role, name].filter(Boolean).join(", ")));
  if (!source) return h("li", { class: "event" }, who, h("p", { class: "fine" }, say("timeline.no-words")));
  return h("li", { class: "event" }, who, content ? h("div", { class: "cell" }, markdownPiece({ content, source }, project)) : exact(source).nodes);
}

/** What was asked of the tool, and what it said. */
function callContent({ arguments: given, results }) {
  const asked = given === undefined || given === "" ? null : fold(say("timeline.arguments"), pretty(given) ?? given);
  return [asked, results.length === 0 ? h("p", { class: "fine none" }, say("timeline.no-result")) : results.map(({ source = "" }) => fold(say("timeline.result"), source, { open: false }))];
}

function plainCard(call, content, index) {
  return h("div", { class: "card-call" }, callHead(call, index), content);
}

/** Which call it is, and of which tool. */
export function callHead({ name }, index, ...more) {
  return h("div", { class: "call-head" }, h("b", {}, say("timeline.call", { n: index + 1 })), piece(h("code", { dir: "ltr" }), name ?? "", (shown) => [text(shown)]), h("span", { class: "gap" }), more);
}
