import confusables from './confusables.json' with { type: 'json' };

/** Code point → what it looks like. `confusables.json` is prototype → all that look like it (UTS 39, Unicode 15). */
const prototypes = new Map<string, string>();
for (const [prototype, lookalikes] of Object.entries(confusables)) {
  for (const lookalike of lookalikes) prototypes.set(lookalike, prototype);
}

/**
 * Two names with the same skeleton read alike (UTS 39, section 4), case folded besides: `Anna`, `ANNA`, `Аnnа` are one.
 * For comparing only, never for showing.
 */
export function skeleton(name: string): string {
  return looksLike(looksLike(name).toLowerCase());
}

function looksLike(name: string): string {
  let result = '';
  for (const character of name.normalize('NFD')) {
    if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) result += prototypes.get(character) ?? character;
  }
  return result.normalize('NFD');
}
