import { Unreachable } from "../api.js";
import { say } from "../say.js";

/** What went wrong, in a line for the person: the server's own, or that it is silent. */
export function troubleLine(error) {
  if (error instanceof Unreachable) return say("alarm.silent-idle");
  return error.line || say("app.failed", { line: error.message });
}
