// Attention: the time between signs of a person, none counted for longer than a minute.
const longest = 60_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "selectionchange"];

export class AttentionClock {
  /** Goes on from so many milliseconds, counted before. */
  constructor(before = 0) {
    this.counted = before;
    this.stopped = false;
    this.last = performance.now();
    this.hear = () => this.sign();
    for (const sign of signs) document.addEventListener(sign, this.hear, { capture: true, passive: true });
    this.hide = () => (document.hidden ? this.pause() : this.sign());
    document.addEventListener("visibilitychange", this.hide);
  }

  sign() {
    if (this.stopped) return;
    const now = performance.now();
    if (this.last !== null) this.counted += Math.min(now - this.last, longest);
    this.last = document.hidden ? null : now;
  }

  pause() {
    this.counted = this.total();
    this.last = null;
  }

  /** Nothing counts until `goOn`. */
  halt() {
    this.pause();
    this.stopped = true;
  }

  goOn() {
    this.stopped = false;
    this.last = performance.now();
  }

  /** Milliseconds so far, as they are recorded. */
  total() {
    const since = this.last === null ? 0 : Math.min(performance.now() - this.last, longest);
    return Math.round(this.counted + since);
  }

  stop() {
    for (const sign of signs) document.removeEventListener(sign, this.hear, { capture: true });
    document.removeEventListener("visibilitychange", this.hide);
  }
}
