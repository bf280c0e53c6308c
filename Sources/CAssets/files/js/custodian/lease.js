import { h } from "../dom.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";

/** From so few days on it is worth a sign. */
const soonDays = 5;
/** From so many on it is nothing to plan with. */
const farDays = 60;

/** What the lab has yet to accept, what it has ordered, and when new tasks stop without its answer. */
export function leaseLines({ lease, unanswered, pause, awaitsAcceptance }) {
  return [awaitsAcceptance && line("overview.restored", {}, true), pause && paused(pause), unanswered > 0 && line("overview.unanswered", { n: unanswered }, false), horizon(lease, unanswered)];
}

function horizon({ spent, acts, days }, unanswered) {
  if (spent) return line("overview.lease-spent", {}, true);
  if (unanswered === 0 || acts === null) return null;
  if (days === null) return line("overview.lease-acts", { n: acts }, false);
  if (days > farDays) return null;
  if (days < 1) return line("overview.lease-day", {}, true);
  return line("overview.lease-days", { n: days }, days <= soonDays);
}

function paused({ wiping, text }) {
  const key = `overview.${wiping ? "wiping" : "frozen"}${text ? "-says" : ""}`;
  return h("p", { class: "near" }, icon("warning"), h("span", {}, sentence(key, { text })));
}

const line = (key, slots, isNear) => h("p", { class: isNear ? "near" : "muted" }, isNear && icon("warning"), say(key, slots));
