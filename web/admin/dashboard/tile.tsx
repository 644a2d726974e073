import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';

interface TileProps {
  label: string;
  value: string;
  unit?: string;
  /** One line that says what the number is to be held against. */
  context: ReactNode;
  /** The context asks for attention. */
  warn?: boolean;
}

/** One number of the server. Lies in a `dl`. */
export function Tile({ label, value, unit, context, warn = false }: TileProps) {
  return (
    <div className="min-w-0 bg-surface px-3.5 pt-2.5 pb-3">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd>
        <div className="my-0.5 truncate text-2xl leading-7 font-semibold tracking-[-0.024em] tabular-nums">
          {value}
          {unit !== undefined && <span className="ml-1 text-sm font-normal tracking-normal text-ink-3">{unit}</span>}
        </div>
        <div className={classes('text-xs tabular-nums', warn ? 'text-warn-text' : 'text-ink-3')}>{context}</div>
      </dd>
    </div>
  );
}
