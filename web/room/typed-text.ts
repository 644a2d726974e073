/** From what was typed or pasted to what may be sent, and what to say where it may not. */
import { CONTENT_BYTES_MAX, CONTENT_CHARS_MAX } from '../../protocol/limits.ts';
import { characters, contentRule, type Ruled, utf8Bytes } from '../../protocol/text.ts';

const CONTROL = /(?!\n)\p{Cc}/gu;

/** Tabs become two spaces, every line break one newline, other control characters nothing. */
export function cleanTyped(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', '  ')
    .replace(CONTROL, '')
    .normalize('NFC');
}

/** The message to send: cleaned, without empty lines around it. Not ok where nothing is left, or too much. */
export function readTyped(typed: string, charsMax: number = CONTENT_CHARS_MAX): Ruled {
  const text = cleanTyped(typed).replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
  const fits = characters(text) <= charsMax;
  return fits ? contentRule(text) : { ok: false, reason: `A message has at most ${charsMax} characters.` };
}

export interface Length {
  used: number;
  /** Characters that the server takes. */
  max: number;
  /** Below zero: so many over the limit. Bytes where those run out first, for scripts with long encodings. */
  left: number;
  level: 'ok' | 'near' | 'over';
}

/** What the counter shows: near from 90 % of the limit on. */
export function lengthOf(typed: string, charsMax: number = CONTENT_CHARS_MAX): Length {
  const text = cleanTyped(typed);
  const used = characters(text);
  const left = Math.min(charsMax - used, CONTENT_BYTES_MAX - utf8Bytes(text));
  const level = left < 0 ? 'over' : left <= charsMax / 10 ? 'near' : 'ok';
  return { used, max: charsMax, left, level };
}
