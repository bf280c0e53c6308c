// What two texts share word by word, and what only one of them has.

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** More differing words than this are not looked for: such texts have little in common. */
const furthest = 2_000;
/** Below this share of common words marks would be noise. */
const least = 0.3;

/**
 * Compares two texts. {shared, first, second}: the share of words in common, and the parts [from, to]
 * of each text that the other lacks; {shared, first: null} where too little is common.
 */
export function compare(a, b) {
  const [left, right] = [split(a), split(b)];
  const little = { shared: 0, first: null, second: null };
  const most = bound(left, right);
  if (most < least) return { ...little, shared: most };
  const common = commonWords(left.map(({ word }) => word), right.map(({ word }) => word));
  if (common === null) return little;
  const shared = share(common.size, left.length, right.length);
  if (shared < least) return { ...little, shared };
  return { shared, first: rest(left, new Set(common.keys())), second: rest(right, new Set(common.values())) };
}

/** Words and signs with their places; what is blank between them is no difference. */
function split(text) {
  const parts = [];
  for (const { segment, index } of words.segment(text)) {
    if (segment.trim() !== "") parts.push({ word: segment, from: index, to: index + segment.length });
  }
  return parts;
}

const share = (common, a, b) => (a + b === 0 ? 1 : (2 * common) / (a + b));

/** The largest share that is possible, from how often each word occurs. */
function bound(left, right) {
  const counts = new Map();
  for (const { word } of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const { word } of right) {
    const n = counts.get(word) ?? 0;
    if (n > 0) common += 1;
    counts.set(word, n - 1);
  }
  return share(common, left.length, right.length);
}

/** Pairs of places of words that both have, in order: as many as there can be. Null if they differ too much. */
function commonWords(a, b) {
  const pairs = new Map();
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) pairs.set(start, start++);
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) pairs.set(--endA, --endB);
  const inner = shortest(a.slice(start, endA), b.slice(start, endB));
  if (inner === null) return null;
  for (const [x, y] of inner) pairs.set(x + start, y + start);
  return pairs;
}

/**
 * The shortest way from one list to the other, by how far each diagonal gets with ever more steps
 * aside; then back along it for what both have.
 */
function shortest(a, b) {
  const most = Math.min(a.length + b.length, furthest);
  const middle = most + 1;
  const far = new Int32Array(2 * most + 3);
  const trail = [];
  for (let aside = 0; aside <= most; aside += 1) {
    // Only this many diagonals have been touched.
    trail.push(far.slice(middle - aside - 1, middle + aside + 2));
    for (let k = -aside; k <= aside; k += 2) {
      const down = k === -aside || (k !== aside && far[middle + k - 1] < far[middle + k + 1]);
      let x = down ? far[middle + k + 1] : far[middle + k - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      far[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length);
    }
  }
  return null;
}

function walkBack(trail, endX, endY) {
  const pairs = [];
  let [x, y] = [endX, endY];
  for (let aside = trail.length - 1; aside >= 0; aside -= 1) {
    const far = trail[aside];
    const at = (k) => far[aside + 1 + k];
    const k = x - y;
    const down = k === -aside || (k !== aside && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const startX = aside === 0 ? 0 : at(before);
    const startY = startX - before;
    const afterX = aside === 0 ? 0 : down ? startX : startX + 1;
    while (x > afterX) pairs.push([--x, --y]);
    if (aside > 0) [x, y] = [startX, startY];
  }
  return pairs;
}

/** What isn't common, neighbours joined. */
function rest(parts, common) {
  const ranges = [];
  parts.forEach(({ from, to }, index) => {
    if (common.has(index)) return;
    if (ranges.length > 0 && !common.has(index - 1)) ranges.at(-1)[1] = to;
    else ranges.push([from, to]);
  });
  return ranges;
}
