/** Unicode scalars of a string; half a surrogate pair counts one, as everywhere in Airlock. */
export function scalars(string) {
  let n = 0;
  for (const _ of string) n += 1;
  return n;
}

/**
 * Counts what is typed and what is pasted into a field, in scalars.
 *
 * A text that is moved within the field, or comes back by the field's own undo, is neither. The
 * listeners hear in the capturing phase, so that who listens to the field finds the counts done.
 */
export class OriginCounter {
  constructor(field, counts) {
    Object.assign(this, { field, counts, before: 0, moved: false });
    const early = { capture: true };
    field.addEventListener("beforeinput", () => this.look(), early);
    field.addEventListener("input", (event) => this.take(event), early);
    field.addEventListener("compositionend", (event) => this.add(scalars(event.data ?? ""), false), early);
  }

  /** How much will be left of what is there. */
  look() {
    const { value, selectionStart, selectionEnd } = this.field;
    this.before = scalars(value) - scalars(value.slice(selectionStart ?? 0, selectionEnd ?? 0));
  }

  take(event) {
    const { inputType, data, dataTransfer } = event;
    if (event.isComposing || inputType === "insertCompositionText" || inputType.startsWith("history")) return;
    if (inputType === "deleteByDrag") {
      this.moved = true;
    } else if (inputType === "insertFromDrop" && this.moved) {
      this.moved = false;
    } else if (inputType === "insertReplacementText") {
      this.add(scalars(data ?? dataTransfer?.getData("text/plain") ?? ""), false);
    } else {
      this.add(scalars(this.field.value) - this.before, /Paste|Drop|Yank/.test(inputType));
    }
  }

  add(n, pasted) {
    if (n > 0) this.counts[pasted ? "pasted" : "typed"] += n;
  }
}
