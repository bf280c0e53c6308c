// The commands that can be given another key. A digit is always an option's number, and Enter, Esc,
// arrows and Tab keep their meaning.

/** Label and key of each. */
export const commandCatalogue = [
  ["key.write", "e"], ["key.skip", "s"], ["key.flag", "f"], ["key.ask", "a"], ["key.next", "n"], ["key.back", "b"],
  ["key.undo-long", "u"], ["key.redo", "Shift+u"], ["key.open", "o"], ["key.stack", "w"], ["key.raw", "r"], ["key.unseen", "i"], ["key.differences", "d"],
  ["key.linked", "l"], ["key.zoom", "z"], ["key.search", "/"], ["key.palette", ":"], ["key.guidelines", "g"], ["key.work", "q"], ["key.pause", "p"], ["key.home", "h"],
  ["key.hours", "Shift+h"], ["key.settings", ","], ["key.summary", "Shift+q"], ["key.lock", "Shift+l"], ["key.all", "?"],
].map(([label, key]) => ({ label, keys: [key] }));
