// A person's hours as the room keeps them: cells of five minutes, [start, ms, first, last].
import { get } from "../api.js";

/** From so many milliseconds without a sign of a person on, it is a break. */
const breakLength = 5 * 60_000;

/** Midnight before a moment, by this machine's time zone. */
export function midnight(ms = Date.now()) {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** The hours of all projects since a moment: {projects, cells}, cells in their order. */
export async function hoursSince(ms) {
  const { projects } = await get(`hours?since=${Math.max(0, Math.round(ms))}`);
  const cells = projects.flatMap((project) => project.cells).sort((a, b) => a[2] - b[2]);
  return { projects, cells };
}

/** Active milliseconds of cells. */
export const activeTime = (cells) => cells.reduce((sum, [, ms]) => sum + ms, 0);

/** How many breaks lie between cells. */
export function breaks(cells) {
  let count = 0;
  let last = Infinity;
  for (const [, , first, end] of cells) {
    if (first - last >= breakLength) count += 1;
    last = last === Infinity ? end : Math.max(last, end);
  }
  return count;
}

/** Active milliseconds of each hour of the day. */
export function byHour(cells) {
  const hours = new Array(24).fill(0);
  for (const [start, ms] of cells) hours[new Date(start).getHours()] += ms;
  return hours;
}

/** Cells by day: [[midnight, cells]], the newest day first. */
export function byDay(cells) {
  const days = Map.groupBy(cells, ([start]) => midnight(start));
  return [...days].sort(([a], [b]) => b - a);
}

/** Acts of all projects by kind. */
export function actCounts(projects) {
  const counts = {};
  for (const { acts } of projects) for (const [kind, n] of Object.entries(acts)) counts[kind] = (counts[kind] ?? 0) + n;
  return counts;
}
