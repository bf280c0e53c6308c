// Books the time on a task while it is open, and says when an hour has gone by without a break.
import { post } from "../api.js";

const every = 60_000;
/** Active time without a break of which one is told, once. */
const longRun = 50 * 60_000;

export class HoursBook {
  /** `told` is called once for each unbroken run that has become long. */
  constructor(page, told) {
    Object.assign(this, { page, told, booked: page.clock.total(), start: page.clock.total() });
    this.timer = setInterval(() => this.look(), every);
    this.look();
  }

  look() {
    const total = this.page.clock.total();
    if (total > this.booked) this.send(total);
    const run = this.page.view.sinceBreak + total - this.start;
    if (run < longRun) this.page.app.longRunTold = false;
    else if (!this.page.app.longRunTold) {
      this.page.app.longRunTold = true;
      this.told();
    }
  }

  send(total, more) {
    this.booked = total;
    return post(`${this.page.path}/time`, { task: this.page.view.task, activeMs: total }, more).catch(() => {});
  }

  /** What isn't booked yet, with a task that is being left. */
  async leave(isActed) {
    clearInterval(this.timer);
    const total = this.page.clock.total();
    if (!isActed && total > this.booked) await this.send(total, { keepalive: true });
  }
}
