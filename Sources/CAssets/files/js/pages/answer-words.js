// An answer in a few words, for lists: only what the person gave, never the task.
import { say } from "../say.js";

const longest = 160;

/** What was answered, by the questions' order. */
export function answerWords(answers, questions) {
  const parts = questions.flatMap((question) => {
    const value = answers[question.name];
    return value === undefined ? [] : [kinds[question.type]?.(value, question) ?? ""];
  }).filter((part) => part !== "");
  return shorten(parts.join("; "));
}

const letter = (key) => String.fromCharCode(64 + Number(/^k(\d+)$/.exec(key)?.[1] ?? 0));
const option = (value, question) => {
  const found = (question.options ?? []).find((each) => (each.value ?? each) === value);
  return found?.label ?? value;
};

const kinds = {
  preference: ({ winner, strength }, question) => {
    if (winner === "tie") return say("preference.tie");
    if (winner === "bothBad") return say("preference.both");
    return strength ? say("preference.better-n", { letter: letter(winner), n: strength, total: question.strength }) : say("preference.better-1-1", { letter: letter(winner) });
  },
  rating: (value) => (typeof value === "number" ? String(value) : say("words.criteria", { n: Object.keys(value).length })),
  choice: option,
  choices: (values, question) => values.map((each) => option(each, question)).join(", "),
  ranking: (groups) => groups.map((group) => group.map(letter).join(" = ")).join(" > "),
  text: (text) => `“${text}”`,
  number: String,
  spans: (spans) => say("words.spans", { n: spans.length }),
  stepLabels: (labels) => {
    const first = labels.find((each) => each.label === "-");
    return first ? say("words.first-error", { n: first.step + 1 }) : say("words.no-error", { n: labels.filter((each) => each.label !== null).length });
  },
  toolCallLabels: (calls) => say("words.calls", { n: calls.length }),
  steps: ({ steps = [] }) => say("words.steps", { n: steps.length }),
  dialogue: ({ messages = [] }) => say("words.turns", { n: messages.length }),
};

function shorten(text) {
  const scalars = [...text];
  return scalars.length <= longest ? text : `${scalars.slice(0, longest - 1).join("")}…`;
}
