// Asking the server. A refusal is a Problem; silence is Unreachable.

const bytes = crypto.getRandomValues(new Uint8Array(16));
/** This tab's own number: only one tab at a time may write. */
const tab = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Problem extends Error {
  constructor(status, { error = "failed", line = "", pointer = null } = {}) {
    super(line);
    Object.assign(this, { status, code: error, line, pointer });
  }
}

export class Unreachable extends Error {}

/** What to do about refusals that concern the whole page. Returns true if it has been dealt with. */
let onProblem = () => false;
export const watchProblems = (listener) => { onProblem = listener; };

async function ask(method, path, body, type, more = {}) {
  const headers = { "Airlock-Tab": tab };
  if (body !== undefined) headers["Content-Type"] = type;
  let reply;
  try {
    reply = await fetch(`/api/${path}`, { method, headers, body, cache: "no-store", ...more });
  } catch {
    throw new Unreachable();
  }
  const result = await reply.json().catch(() => ({}));
  if (reply.ok) return result;
  const problem = new Problem(reply.status, result);
  onProblem(problem);
  throw problem;
}

export const get = (path) => ask("GET", path);
export const post = (path, value = {}, more) => ask("POST", path, JSON.stringify(value), "application/json", more);

/** A text with a secret in it, as bytes: no JSON keeps a copy of a passphrase. */
export function postSecret(path, text) {
  const body = new TextEncoder().encode(text);
  return ask("POST", path, body, "application/octet-stream").finally(() => body.fill(0));
}

/** Name and passphrase, a line feed between them. */
export const signIn = (name, passphrase) => postSecret("sign-in", `${name}\n${passphrase}`);
