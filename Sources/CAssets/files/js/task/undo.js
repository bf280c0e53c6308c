import { post } from "../api.js";

/**
 * Takes back the newest act of this sitting and goes to its task. An answer or a skip is withdrawn,
 * which the log keeps beside it. False if there is nothing to take back.
 */
export async function undoAct(app) {
  const act = app.past.pop();
  if (!act) return false;
  try {
    await post(`projects/${act.project}/withdraw`, { task: act.task });
  } catch (error) {
    app.past.push(act);
    throw error;
  }
  app.undone = act;
  await app.go(act.address);
  return true;
}
