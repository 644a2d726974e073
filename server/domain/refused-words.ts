/** Which of the operator's refused words a text holds. Pure. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

interface Compiled {
  single: ReadonlySet<string>;
  /** Entries of several words, as ` one two `. */
  several: readonly string[];
}

/** By the list itself: it is another one whenever the operator changes it. */
const compiled = new WeakMap<readonly string[], Compiled>();

/**
 * Whether a text holds a refused word. Words are compared whole, after Unicode compatibility normalisation and case folding:
 * with `rat` refused, `RAT` is found and `rather` isn't; a refused entry of several words is found as such. Takes one look at the
 * text, however long the list.
 */
export function holdsRefused(text: string, refused: readonly string[]): boolean {
  if (refused.length === 0) return false;
  const known = compiled.get(refused) ?? compile(refused);
  compiled.set(refused, known);
  const words = wordsOf(text);
  if (words.some((word) => known.single.has(word))) return true;
  if (known.several.length === 0) return false;
  const line = ` ${words.join(' ')} `;
  return known.several.some((entry) => line.includes(entry));
}

/** Whether anything could ever be found by this entry. */
export const holdsWord = (entry: string): boolean => wordsOf(entry).length > 0;

function compile(refused: readonly string[]): Compiled {
  const entries = refused.map(wordsOf);
  return {
    single: new Set(entries.flatMap((words) => (words.length === 1 ? words : []))),
    several: entries.flatMap((words) => (words.length > 1 ? [` ${words.join(' ')} `] : [])),
  };
}

/** `one`, `two` for `One, two!`. What has no letter or number, as an emoji, stands for itself. */
function wordsOf(text: string): string[] {
  const segments = [...segmenter.segment(folded(text))];
  return segments
    .filter(({ isWordLike, segment }) => isWordLike || /\p{S}/u.test(segment))
    .map(({ segment }) => segment);
}

/** Up and down again takes letters together that have several small forms: ß and ss, ſ and s. */
const folded = (text: string): string => text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
