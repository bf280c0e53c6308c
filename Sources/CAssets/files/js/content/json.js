// JSON for reading: line ends and indents are ours, every token stays as it is spelled.

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const deepest = 40;

/** The same JSON on lines of its own; null for what isn't JSON or is nested too deep. */
export function pretty(source) {
  try {
    JSON.parse(source);
  } catch {
    return null;
  }
  const tokens = source.match(token) ?? [];
  let depth = 0;
  let result = "";
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [index, each] of tokens.entries()) {
    const before = tokens[index - 1];
    const opens = each === "{" || each === "[";
    const closes = each === "}" || each === "]";
    if (closes) depth -= 1;
    if (closes && before !== "{" && before !== "[") result += line();
    if (!closes && (before === "{" || before === "[" || before === ",")) result += line();
    result += each === ":" ? ": " : each;
    if (opens) depth += 1;
    if (depth > deepest) return null;
  }
  return result;
}
