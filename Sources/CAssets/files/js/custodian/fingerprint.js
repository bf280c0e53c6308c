import { freshID, h } from "../dom.js";
import { icon } from "../icons.js";
import { say } from "../say.js";

const groupsOf = (digits) => digits.match(/.{1,4}/g) ?? [];

/** Sixteen groups of four digits, to be read out. */
export function shownFingerprint(digits, label, differs = []) {
  return h("ol", { class: "groups", "aria-label": label, dir: "ltr" }, groupsOf(digits).map((group, index) => {
    const off = differs.includes(index + 1);
    return h("li", { class: off ? "off" : null },
      h("span", { "aria-hidden": "true" }, h("small", {}, String(index + 1)), group),
      h("span", { class: "sr" }, say(off ? "trust.group-off" : "trust.group", { n: index + 1, digits: [...group].join(" ") })));
  }));
}

/** Where a fingerprint is typed: it falls into groups by itself. */
export class FingerprintField {
  constructor() {
    const [id, count] = [freshID("fingerprint"), freshID("count")];
    this.field = h("textarea", {
      id, class: "fingerprint", rows: "4", autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "ltr", "aria-describedby": count,
      on: { input: () => this.group(), keydown: (event) => this.keep(event) },
    });
    this.count = h("p", { class: "fine digits", id: count, role: "status" }, say("trust.count", { digits: 0 }));
    this.element = h("div", { class: "stack" }, h("label", { for: id }, say("trust.type")), this.field, this.count);
  }

  /** What was typed, digits only. */
  get digits() { return this.field.value.toLowerCase().replace(/[^0-9a-f]/g, ""); }

  /** Enter sends, as in a field of one line. */
  keep(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.field.form?.requestSubmit();
  }

  /** Puts the digits into groups and leaves the cursor behind the digit it was behind. */
  group() {
    const text = this.field.value;
    const before = text.slice(0, this.field.selectionStart).replace(/[^0-9a-fA-F]/g, "").length;
    const stranger = [...text].find((sign) => !/[0-9a-fA-F\s:-]/.test(sign));
    const digits = this.digits.slice(0, 64);
    this.field.value = groupsOf(digits).join(" ");
    const place = Math.min(before, 64);
    const cursor = place + Math.max(0, Math.ceil(place / 4) - 1);
    this.field.setSelectionRange(cursor, cursor);
    this.count.replaceChildren(...(stranger ? [icon("warning"), say("trust.wrong-digit", { sign: stranger })]
      : digits.length === 64 ? [icon("check"), say("trust.full")] : [say("trust.count", { digits: digits.length })]));
    this.count.classList.toggle("wrong", Boolean(stranger));
  }
}
