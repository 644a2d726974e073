import { printRetention } from '../../start/retention.ts';
import { SLOW_MODES } from '../../start/slow-mode.ts';

/** The usual choices, and what the room has now where that is none of them. */
export function slowModes(seconds: number): readonly { value: string; label: string }[] {
  const value = String(seconds);
  return SLOW_MODES.some((mode) => mode.value === value)
    ? SLOW_MODES
    : [...SLOW_MODES, { value, label: printRetention(seconds) }];
}
