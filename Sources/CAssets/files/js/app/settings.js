// A person's settings. They live in the room's encrypted store, never in the browser's.
import { get, post } from "../api.js";

/** What holds where a person has chosen nothing. */
const defaults = { palette: "system", textSize: 0, singleKeys: true, quickSubmit: false, keys: {} };

/** The settings that hold now. `textSize` 0 is the page's own; `keys` maps a command's label to its key. */
export const settings = { ...defaults };

/** Takes the settings of whoever has just signed in. */
export async function loadSettings() {
  const { settings: kept } = await get("settings");
  apply(kept ?? {});
}

/** Changes some of them, at once and for the next time. */
export async function keepSettings(change) {
  apply({ ...settings, ...change });
  await post("keep-settings", { settings });
}

/** Back to what holds for nobody in particular. */
export const forgetSettings = () => apply({});

function apply(values) {
  for (const [name, value] of Object.entries(defaults)) settings[name] = values[name] ?? value;
  const { dataset } = document.documentElement;
  dataset.palette = settings.palette;
  dataset.text = settings.textSize;
}
