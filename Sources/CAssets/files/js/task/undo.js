import { post } from "../api.js";

/**
 * Takes back the newest act of this sitting and goes to its task. An answer is withdrawn, which
 * the log keeps beside it; a skip has nothing to withdraw: its task is shown again. False if there
 * is nothing to take back.
 */
export async function undoAct(app) {
  const act = app.past.pop();
  if (!act) return false;
  try {
    if (act.kind === "submit") await post(`projects/${act.project}/withdraw`, { task: act.task });
  } catch (error) {
    app.past.push(act);
    throw error;
  }
  app.undone = act;
  await app.go(`/p/${act.project}/${act.position}`);
  return true;
}
