// What differs from the answer that was given before.
import { answerWords } from "../pages/answer-words.js";
import { say } from "../say.js";

/** A dot, and what the answer was. */
export function showBefore(mark, changed, value, question) {
  mark.hidden = !changed;
  if (!changed) return;
  const was = value === undefined ? say("revise.was-nothing") : answerWords({ [question.name]: value }, [question]);
  mark.replaceChildren(say("revise.was", { answer: was }));
}

/** Equal answers give equal strings, whatever the order of members. */
export function canonical(value) {
  return JSON.stringify(value, (_, inner) => (inner !== null && typeof inner === "object" && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? "";
}
