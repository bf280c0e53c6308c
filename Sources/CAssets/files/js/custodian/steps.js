// What a new room needs before anybody can work, in the order in which it goes.

/** The steps of setting up, from what the room knows. */
export function steps(room) {
  const grants = room.projects.some((each) => each.grants.length > 0);
  const tasks = room.projects.some((each) => each.lastBundle > 0);
  return [
    { key: "card", done: room.cardWritten || room.projects.length > 0, page: "trust" },
    { key: "told", done: room.labTold || tasks, page: "trust" },
    { key: "trust", done: room.projects.length > 0, page: "trust" },
    { key: "people", done: room.people.length > 0, page: "people" },
    { key: "grants", done: grants, page: "people" },
    { key: "first", done: tasks, page: "stick" },
  ];
}
