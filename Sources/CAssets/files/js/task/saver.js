// Drafts: sent 150 ms after the last change, at most 400 ms after the first unsent one, numbered.
// What the bar says is what the server has said: a reply comes only once the draft is on the disk.
import { post, Problem, Unreachable } from "../api.js";

const quiet = 150;
const longest = 400;
const retries = [250, 500, 1000, 2000];
/** A request without a reply for so long is given up, so that the next can go. */
const patience = 5000;

export class Saver {
  /**
   * `path` takes the draft, `body()` gives what to save, `told(state)` hears {kind, ...}: saving,
   * saved {at}, silent {since, typed}, disk {since}, refused {line}.
   */
  constructor({ path, number, body, told }) {
    Object.assign(this, { path, number, body, told });
    this.savedNumber = number;
    this.typed = 0;
    this.safeSince = Date.now();
    this.failures = 0;
    this.stopped = false;
  }

  get isClean() { return this.savedNumber >= this.number; }

  /** Something changed; `typed` characters of it were written. */
  touch(typed = 0) {
    if (this.stopped) return;
    this.number += 1;
    this.typed += typed;
    if (this.held) return;
    const now = performance.now();
    this.first ??= now;
    this.say ??= setTimeout(() => { if (!this.isClean) this.told({ kind: "saving" }); }, 300);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), Math.min(quiet, Math.max(0, this.first + longest - now)));
  }

  /** Sends what is unsent; the promise ends once it is saved, or not. One request at a time. */
  send() {
    clearTimeout(this.timer);
    if (this.held) return Promise.resolve();
    if (this.sending) return this.sending.then(() => (this.isClean || this.stopped ? undefined : this.send()));
    this.sending = this.transfer().finally(() => { this.sending = null; });
    return this.sending;
  }

  async transfer(more) {
    this.first = null;
    const number = this.number;
    const typed = this.typed;
    const body = this.body();
    const silence = setTimeout(() => this.fail(new Unreachable()), 1000);
    try {
      const reply = await post(this.path, { ...body, number }, { signal: AbortSignal.timeout(patience), ...more });
      clearTimeout(silence);
      this.accept(reply, number, typed, body);
    } catch (error) {
      clearTimeout(silence);
      this.fail(error);
      this.again();
    }
  }

  accept(reply, number, typed, body) {
    const length = new TextEncoder().encode(JSON.stringify(body.answers)).length;
    if (reply.number > number || reply.length !== length) {
      // Another draft is newer: this one was not stored. It is the person's latest word: once more.
      this.number = Math.max(this.number, reply.number) + 1;
      this.again();
      return;
    }
    this.savedNumber = Math.max(this.savedNumber, number);
    this.typed -= typed;
    this.failures = 0;
    this.safeSince = reply.savedAt;
    clearTimeout(this.say);
    this.say = null;
    this.told({ kind: this.isClean ? "saved" : "saving", at: reply.savedAt });
  }

  fail(error) {
    const since = this.safeSince;
    if (error instanceof Unreachable) this.told({ kind: "silent", since, typed: this.typed });
    else if (error instanceof Problem && error.status === 507) this.told({ kind: "disk", since });
    else if (error instanceof Problem && ![401, 409, 423].includes(error.status)) this.told({ kind: "refused", line: error.line });
  }

  again() {
    if (this.stopped || this.held) return;
    const wait = retries[Math.min(this.failures, retries.length - 1)];
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  /** Saves now what is unsaved. Returns how many typed characters could not be. */
  async flush() {
    if (!this.isClean) await this.send();
    return this.isClean ? 0 : this.typed;
  }

  /** No more drafts: an act is about to take their place. Waits for the one on its way. */
  async settle() {
    this.held = true;
    clearTimeout(this.timer);
    await this.sending;
  }

  /** The act has failed: drafts go again, the unsaved one first. */
  resume() {
    this.held = false;
    if (!this.isClean) this.send();
  }

  /** The last word of a page that is going. */
  leave() {
    if (!this.isClean) this.transfer({ keepalive: true });
    this.stop();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.say);
  }
}
