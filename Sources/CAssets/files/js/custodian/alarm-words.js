// Which words an alarm's code has. Many codes are one matter to the person who carries the stick;
// the code itself stays in the details, for the lab.
import { say } from "../say.js";

const families = [
  ["signed", "stop", ["tuf-signature", "tuf-key", "dsse-form", "dsse-signature", "dsse-type", "note-signature", "checkpoint-form"]],
  ["changed", "stop", ["tuf-hash", "target-hash", "custom", "custom-manifest", "entry-hash", "note-digest", "age-header", "age-mac", "age-payload"]],
  ["twice", "stop", ["tuf-equivocation", "previous", "fork", "equivocation"]],
  ["gap", "look", ["sequence", "tuf-root-gap"]],
  ["back", "look", ["tuf-version", "tuf-rollback"]],
  ["expired", "look", ["tuf-expired"]],
  ["missing", "look", ["tuf-missing", "target-missing", "archive-missing", "asset-missing", "tuf-unfinished"]],
  ["place", "stop", ["x-airlock", "x-airlock-project", "x-airlock-channel", "manifest-binding", "manifest-kind", "note-channel", "target-name"]],
  ["sealed", "look", ["age-no-match", "age-key"]],
  ["size", "stop", ["size", "limit", "tuf-limit", "zstd-window"]],
  ["receipt", "stop", ["receipt"]],
  ["echo", "look", ["echo"]],
  ["order", "note", ["order-unknown", "order-waiting", "epoch-waiting"]],
  ["store", "stop", ["store-behind", "custodian-behind", "store-damaged", "store-incomplete"]],
];
/** Codes of what is signed and still not in its form. */
const forms = /^(tuf-form|manifest|entry|tar|path|padding|zstd|order|age|json|act|leaf|schema|document|asset|card|log|practice|task|guidelines)/;

/** An alarm's level, and its sentences: what happened, what it may mean, what to do. */
export function alarmWords(code) {
  const known = families.find(([, , codes]) => codes.includes(code));
  const [family, level] = known ?? (forms.test(code) ? ["form", "stop"] : ["unknown", "stop"]);
  return { level, what: say(`refusal.${family}-what`), means: say(`refusal.${family}-means`), action: say(`refusal.${family}-do`) };
}
