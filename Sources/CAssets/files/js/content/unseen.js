// Characters that one doesn't see, and letters that look like others.
import { h } from "../dom.js";
import { textNodes } from "./text-index.js";
import { nameOf } from "./unicode-names.js";

const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const suspect = new RegExp(
  "[\\p{Default_Ignorable_Code_Point}\\p{Co}\\p{Noncharacter_Code_Point}\\u{E0000}-\\u{E007F}"
  + "\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFFFC\\uFFFD]", "gu");

// Where a joiner or a selector belongs to what it stands in.
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}\u20E3#*0-9]\uFE0F?$/u;
const pictures = /^[\p{Extended_Pictographic}]/u;
const joined = new RegExp(
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}"
  + "\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}"
  + "\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{M}*$", "u");
const selected = /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}#*0-9\p{Emoji}\p{Sm}]$/u;
const flag = /\u{1F3F4}[\u{E0061}-\u{E007A}]{5}\u{E007F}/gu;

// Letters of Cyrillic and Greek that are drawn like a Latin one.
const lookalike = /[АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһԛԝӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυικ]/u;
const wordWithBoth = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;

/** All of it in a text: {index, length, code, kind}, kind `bidi`, `hidden` or `lookalike`. */
export function findUnseen(text) {
  const found = [...hidden(text), ...lookalikes(text)];
  return found.sort((a, b) => a.index - b.index);
}

function* hidden(text) {
  const flags = [...text.matchAll(flag)].map((match) => [match.index, match.index + match[0].length]);
  for (const { 0: character, index } of text.matchAll(suspect)) {
    if (belongs(text, index, character) || flags.some(([from, to]) => index >= from && index < to)) continue;
    yield { index, length: character.length, code: character.codePointAt(0), kind: bidi.test(character) ? "bidi" : "hidden" };
  }
}

/** Whether it is part of an emoji, or of a word in a script that needs it. */
function belongs(text, index, character) {
  const before = text.slice(Math.max(0, index - 8), index);
  switch (character.codePointAt(0)) {
    case 0x200d: return (emoji.test(before) && pictures.test(text.slice(index + 1, index + 3))) || joined.test(before);
    case 0x200c: return joined.test(before);
    default: return /^[\uFE00-\uFE0F\u180B-\u180D\u{E0100}-\u{E01EF}]$/u.test(character) && selected.test(before);
  }
}

/** In words that mix Latin with Cyrillic or Greek letters that look like Latin ones. */
function* lookalikes(text) {
  if (!lookalike.test(text)) return;
  for (const { 0: word, index: start } of text.matchAll(wordWithBoth)) {
    if (!latin.test(word) || !lookalike.test(word)) continue;
    let index = start;
    for (const letter of word) {
      if (lookalike.test(letter)) yield { index, length: letter.length, code: letter.codePointAt(0), kind: "lookalike", word: start };
      index += letter.length;
    }
  }
}

/** How many there are: {hidden, words, bidi}. */
export function countUnseen(found) {
  return {
    hidden: found.filter(({ kind }) => kind !== "lookalike").length,
    words: new Set(found.filter(({ kind }) => kind === "lookalike").map(({ word }) => word)).size,
    bidi: found.some(({ kind }) => kind === "bidi"),
  };
}

/** Puts each into a box with its name. The box is drawn: what is copied is the text alone. */
export function box(element) {
  for (const node of textNodes(element)) {
    if (node.parentElement.closest("math, .odd")) continue;
    // From the end, so that places before stay what they are.
    for (const each of findUnseen(node.data).reverse()) {
      const rest = node.splitText(each.index);
      rest.splitText(each.length);
      rest.replaceWith(boxOf(each, rest.data));
    }
  }
}

function boxOf({ code, kind }, character) {
  const name = nameOf(code);
  // A line of its own and a direction of its own are what some of them would make.
  return h("span", { class: `unseen ${kind}`, "data-name": name, title: name, dir: "ltr" }, character);
}
