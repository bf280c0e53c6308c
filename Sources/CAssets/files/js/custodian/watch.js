// Is a person here at all? Who reads gives signs that the server doesn't see; who is gone is signed
// out, so that the others can work again.
import { post } from "../api.js";
import { currentPage } from "../app/router.js";

const signs = ["keydown", "pointerdown", "pointermove", "wheel", "scroll"];

/** Begins to watch; `idle` is called once nobody was here for as long as may be. */
export function watchCustodian(app, idle) {
  let lastSign = performance.now();
  let lastWord = performance.now();
  for (const sign of signs) {
    addEventListener(sign, () => { lastSign = performance.now(); }, { capture: true, passive: true });
  }
  setInterval(() => {
    const now = performance.now();
    if (!app.state.room || currentPage()?.isBusy) return;
    if (now - lastSign > app.state.idleLimit) return idle();
    if (lastSign > lastWord && now - lastWord > 60_000) {
      lastWord = now;
      post("custodian/alive").catch(() => {});
    }
  }, 3_000);
}
