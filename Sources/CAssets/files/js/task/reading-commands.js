// Keys of the tools for reading.

/** While one walks along hidden characters: before all others. */
export const walkCommands = (page) => [
  { keys: ["j"], repeat: true, when: () => page.reading.walk.isOn, run: () => page.reading.walk.step(1) },
  { keys: ["k"], repeat: true, when: () => page.reading.walk.isOn, run: () => page.reading.walk.step(-1) },
  { keys: ["Escape"], when: () => page.reading.walk.isOn || document.activeElement?.matches(".viewer"), run: () => page.reading.leave() },
];

/** The others, as they stand in the list of keys. */
export function readingCommands(page) {
  const group = "key.group-reading";
  const { reading, material } = page;
  const paired = material.pair ? [
    { keys: ["d"], label: "key.differences", group, run: () => reading.toggleDifferences() },
    { keys: ["l"], label: "key.linked", group, run: () => reading.toggleLinked() },
    { keys: ["w"], label: "key.stack", group, run: () => reading.toggleStacked() },
  ] : [];
  return [
    { keys: ["/"], label: "key.search", group, run: () => reading.search.open() },
    { keys: ["o"], label: "key.open", group, when: () => material.foldable, run: () => material.toggleOpen() },
    { keys: ["r"], label: "key.raw", group, run: () => reading.toggleRaw() },
    { keys: ["i"], label: "key.unseen", group, run: () => reading.toggleUnseen() },
    ...paired,
    ...(reading.viewers.length > 0 ? [{ keys: ["z"], label: "key.zoom", group, run: () => reading.zoom() }] : []),
  ];
}
