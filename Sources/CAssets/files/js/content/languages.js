// What a language's comments, strings and own words look like.

const slashes = "\\/\\/[^\\n]*|\\/\\*[^]*?(?:\\*\\/|$)";
const hash = "#[^\\n]*";
const dashes = "--[^\\n]*";
const quotes = "\"(?:[^\"\\\\\\n]|\\\\[^])*\"?|'(?:[^'\\\\\\n]|\\\\[^])*'?";
const ticks = "`(?:[^`\\\\]|\\\\[^])*`?";
const triple = "\"\"\"[^]*?(?:\"\"\"|$)|'''[^]*?(?:'''|$)";
const number = "(?<![\\w.])(?:0[xX][\\da-fA-F_]+|0[bB][01_]+|\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d+)?)";

const c = "auto break case char const continue default do double else enum extern float for goto if inline int long register return short signed sizeof static struct switch typedef union unsigned void volatile while";
const java = "abstract boolean break byte case catch char class continue default do double else enum extends final finally float for if implements import instanceof int interface long new null package private protected public return short static super switch this throw throws true false try var void while";
const script = "async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield";

const families = [
  { names: "js javascript jsx mjs ts typescript tsx", comment: slashes, string: `${ticks}|${quotes}`, words: `${script} type interface enum implements readonly as any string number boolean` },
  { names: "c h cpp c++ cc hpp objc", comment: slashes, string: quotes, words: `${c} class namespace new delete template this throw try catch public private protected virtual bool true false nullptr using include define` },
  { names: "java kotlin kt scala cs csharp c#", comment: slashes, string: `${triple}|${quotes}`, words: `${java} fun val object when is in namespace using string` },
  { names: "swift", comment: slashes, string: `${triple}|${quotes}`, words: "actor as associatedtype async await break case catch class continue default defer do else enum extension fallthrough false for func guard if import in init inout internal is let nil open operator private protocol public repeat return self Self static struct subscript super switch throw throws true try typealias var where while" },
  { names: "go golang", comment: slashes, string: `${ticks}|${quotes}`, words: "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false" },
  { names: "rust rs", comment: slashes, string: "\"(?:[^\"\\\\]|\\\\[^])*\"?|'(?:\\\\.|[^\\\\'])'", words: "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while" },
  { names: "py python python3", comment: hash, string: `${triple}|${quotes}`, words: "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield" },
  { names: "rb ruby", comment: hash, string: quotes, words: "begin break case class def do else elsif end ensure false for if in module next nil not or redo require rescue return self super then true unless until when while yield" },
  { names: "sh bash shell zsh console", comment: "(?<![^\\s;])#[^\\n]*", string: quotes, words: "case do done elif else esac exit export fi for function if in local return set then until while" },
  { names: "sql psql mysql sqlite", comment: `${dashes}|\\/\\*[^]*?(?:\\*\\/|$)`, string: "'(?:[^']|'')*'?|\"[^\"\\n]*\"?", words: "all alter and as asc begin between by case commit create delete desc distinct drop else end exists false foreign from group having in index inner insert into is join key left like limit not null on or order outer primary references right rollback select set table then true union unique update values view when where with", loose: true },
  { names: "json jsonc json5", comment: slashes, string: quotes, words: "true false null" },
  { names: "yaml yml toml ini conf dockerfile make makefile", comment: hash, string: quotes, words: "true false null yes no on off FROM RUN COPY CMD ENV WORKDIR" },
  { names: "php", comment: `${slashes}|${hash}`, string: quotes, words: `${java} echo function foreach as elseif isset unset use namespace` },
  { names: "html xml svg htm", comment: "<!--[^]*?(?:-->|$)", string: quotes, words: "" },
  { names: "css scss less", comment: "\\/\\*[^]*?(?:\\*\\/|$)", string: quotes, words: "important media import supports keyframes" },
  { names: "lua", comment: dashes, string: quotes, words: "and break do else elseif end false for function if in local nil not or repeat return then true until while" },
  { names: "hs haskell", comment: dashes, string: "\"(?:[^\"\\\\]|\\\\[^])*\"?", words: "case class data deriving do else if import in instance let module newtype of then type where" },
  { names: "r", comment: hash, string: quotes, words: "break else FALSE for function if in next NULL repeat return TRUE while" },
];

const made = new Map();

/** The grammar of a language by one of its names, such as an info string of a fence: {pattern, words}; null if we don't know it. */
export function grammarOf(language) {
  const name = /^[\w+#]+/.exec(language.trim().toLowerCase())?.[0];
  const family = name && families.find(({ names }) => names.split(" ").includes(name));
  if (!family) return null;
  if (!made.has(family)) made.set(family, grammar(family));
  return made.get(family);
}

function grammar({ comment, string, words, loose = false }) {
  const all = words.split(" ").flatMap((word) => (loose ? [word, word.toUpperCase()] : [word]));
  const pattern = new RegExp(`(?<comment>${comment})|(?<string>${string})|(?<number>${number})|(?<word>[\\p{L}_]\\w*)`, "gu");
  return { pattern, words: new Set(all) };
}
