import confusables from './confusables.json' with { type: 'json' };

/** Code point → what it looks like. `confusables.json` is prototype → all that look like it (UTS 39, Unicode 15). */
const prototypes = new Map<string, string>();
for (const [prototype, lookalikes] of Object.entries(confusables)) {
  for (const lookalike of lookalikes) prototypes.set(lookalike, prototype);
}

/**
 * Small letters that look like nothing else, while their capitals look like Latin ones: `В` is `B`, but `в` is `ʙ`. Without
 * this a name in capitals would be another name. `i` is among them, since `I` is an `l`.
 */
const AS_THEIR_CAPITALS: Record<string, string> = {
  i: 'l',
  ʙ: 'b',
  ʜ: 'h',
  ĸ: 'k',
  ᴛ: 't',
  ʍ: 'rn',
  ɜ: '3',
  ƅ: 'b',
  ю: 'lo',
};

const ASCII = /^[ -~]+$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * Two names with the same skeleton read alike (UTS 39, section 4), case and widths folded besides: `Anna`, `ANNA`, `Аnnа`
 * are one. For comparing only, never for showing.
 */
export function skeleton(name: string): string {
  const folded = mapped(name.normalize('NFKD'), readsAs);
  return mapped(mapped(folded, lookalike), (character) => AS_THEIR_CAPITALS[character] ?? character).normalize('NFD');
}

const lookalike = (character: string): string => prototypes.get(character) ?? character;

/** A capital that looks Latin is that letter; any other is its own small letter first. */
function readsAs(character: string): string {
  if (IGNORABLE.test(character)) return '';
  const prototype = lookalike(character);
  return (ASCII.test(prototype) ? prototype : lookalike(character.toLowerCase())).toLowerCase();
}

function mapped(text: string, to: (character: string) => string): string {
  let result = '';
  for (const character of text.normalize('NFD')) result += to(character);
  return result;
}
