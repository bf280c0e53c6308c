/** Unicode scalars of a string; half a surrogate pair counts one, as everywhere in Airlock. */
export function scalars(string) {
  let n = 0;
  for (const _ of string) n += 1;
  return n;
}

/** Counts what is typed and what is pasted into a field, in scalars. */
export class OriginCounter {
  constructor(field, counts) {
    this.counts = counts;
    this.before = 0;
    field.addEventListener("beforeinput", () => {
      const chosen = field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      this.before = scalars(field.value) - scalars(chosen);
    });
    field.addEventListener("input", (event) => {
      const added = event.inputType === "insertCompositionText" ? 0 : scalars(field.value) - this.before;
      this.add(added, /Paste|Drop|Yank/.test(event.inputType));
    });
    field.addEventListener("compositionend", (event) => this.add(scalars(event.data ?? ""), false));
  }

  add(n, pasted) {
    if (n > 0) this.counts[pasted ? "pasted" : "typed"] += n;
  }
}
