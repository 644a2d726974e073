import { openShortcuts, useSingleKeys } from '../single-keys.ts';
import { Key } from './keys.tsx';

/** Keys, pressed one after the other, and what they do: `[['G', 'R'], 'reports']`. */
export type KeyHint = readonly [keys: readonly string[], does: string];

/** The strip at the bottom that says which keys act here. */
export function KeyFooter({ hints }: { hints: readonly KeyHint[] }) {
  const on = useSingleKeys();
  return (
    <footer className="flex h-8.5 items-center gap-4 overflow-hidden border-t border-line px-5 text-xs whitespace-nowrap text-ink-3 max-sm:hidden">
      {hints
        .filter(([keys]) => on || !keys.some(typesCharacter))
        .map(([keys, does]) => (
          <span key={does} className="inline-flex items-center gap-1.25">
            {keys.map((key) => (
              <Key key={key}>{key}</Key>
            ))}
            {does}
          </span>
        ))}
      <button
        type="button"
        onClick={openShortcuts}
        className="ml-auto inline-flex h-6 flex-none items-center gap-1.25 rounded-sm px-1 -mr-1 hover:text-ink"
      >
        {on && <Key>?</Key>}
        all shortcuts
      </button>
    </footer>
  );
}

const typesCharacter = (key: string) => /^[\p{L}\p{N}\p{P}]$/u.test(key);
