// Names as the Unicode standard gives them: not ours to translate.
const names = {
  0x00: "null", 0x07: "bell", 0x08: "backspace", 0x0b: "line tabulation", 0x0c: "form feed", 0x1b: "escape", 0x7f: "delete", 0x85: "next line",
  0xad: "soft hyphen", 0x34f: "combining grapheme joiner", 0x61c: "arabic letter mark", 0x115f: "hangul choseong filler",
  0x1160: "hangul jungseong filler", 0x180e: "mongolian vowel separator", 0x200b: "zero width space", 0x200c: "zero width non-joiner",
  0x200d: "zero width joiner", 0x200e: "left-to-right mark", 0x200f: "right-to-left mark", 0x2028: "line separator",
  0x2029: "paragraph separator", 0x202a: "left-to-right embedding", 0x202b: "right-to-left embedding", 0x202c: "pop directional formatting",
  0x202d: "left-to-right override", 0x202e: "right-to-left override", 0x2060: "word joiner", 0x2061: "function application",
  0x2062: "invisible times", 0x2063: "invisible separator", 0x2064: "invisible plus", 0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate", 0x2068: "first strong isolate", 0x2069: "pop directional isolate", 0x3164: "hangul filler",
  0xfeff: "zero width no-break space", 0xffa0: "halfwidth hangul filler", 0xfffc: "object replacement character",
  0xfffd: "replacement character",
};

const ranges = [
  [0x00, 0x1f, "control"], [0x80, 0x9f, "control"], [0x370, 0x3ff, "greek letter"], [0x400, 0x52f, "cyrillic letter"],
  [0xe000, 0xf8ff, "private use"], [0xfe00, 0xfe0f, "variation selector"], [0xe0000, 0xe007f, "tag"], [0xe0100, 0xe01ef, "variation selector"],
  [0xf0000, 0x10ffff, "private use"],
];

/** Such as "U+202E right-to-left override". */
export function nameOf(code) {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = names[code] ?? ranges.find(([from, to]) => code >= from && code <= to)?.[2];
  return name === undefined ? number : `${number} ${name}`;
}
