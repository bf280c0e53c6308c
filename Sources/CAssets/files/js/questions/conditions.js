// `when`: which questions apply (formats.md, section 7).

/** What a condition is compared with: the option, the number, the winner; else nothing holds. */
function comparable(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value.winner : value;
}

function holds(condition, answer) {
  if (answer === undefined) return false;
  if (Array.isArray(answer)) return holdsForAny(condition, answer);
  const value = comparable(answer);
  if (value === undefined) return false;
  if (condition !== null && typeof condition === "object") {
    if ("not" in condition) return value !== condition.not;
    return condition.in.includes(value);
  }
  return value === condition;
}

/** For choices a condition asks for membership. */
function holdsForAny(condition, answer) {
  if (condition !== null && typeof condition === "object") {
    if ("not" in condition) return !answer.includes(condition.not);
    return condition.in.some((value) => answer.includes(value));
  }
  return answer.includes(condition);
}

/**
 * The names of the questions that apply: the task has the field that they are about, and their
 * conditions hold. A question that doesn't apply has no answer, so what
 * depends on it doesn't apply either, whatever was chosen there before.
 */
export function applicable(questions, fields, valueOf) {
  const asked = questions.filter(({ of }) => of === undefined || fields.has(of));
  const names = new Set(asked.map((question) => question.name));
  for (let pass = 0; pass <= questions.length; pass += 1) {
    const before = names.size;
    for (const question of questions) {
      const asks = Object.entries(question.when ?? {});
      const value = (name) => (names.has(name) ? valueOf(name) : undefined);
      if (!asks.every(([name, condition]) => holds(condition, value(name)))) names.delete(question.name);
    }
    if (names.size === before) break;
  }
  return names;
}
