/**
 * What people may write: nicknames, room names, contents, emoji. Pure, no dependencies, the same on both ends.
 *
 * Each rule takes what was typed and gives `{ ok: true, text }` with the text as it will be stored, or
 * `{ ok: false, reason }` with a sentence for a person. Running a rule on its own result changes nothing.
 */
import { CONTENT_BYTES_MAX, CONTENT_CHARS_MAX, EMOJI_LENGTH_MAX, NICKNAME_CHARS, ROOM_NAME_CHARS } from './limits.ts';

export type Ruled = { ok: true; text: string } | { ok: false; reason: string };

/**
 * Letters, marks, numbers, punctuation, symbols and the plain space; whatever Unicode calls ignorable is invisible and so
 * refused (that takes zero-width, bidirectional and tag characters, Hangul fillers), except the emoji variation selector.
 */
const NAME_CHARACTERS = /^(?:(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{M}\p{N}\p{P}\p{S} ]|\uFE0F)*$/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const DOUBLE_SPACE = / {2}/;
const MARKS_IN_A_ROW = /\p{M}{4}/u;
/** Every control character but the newline. */
const CONTROL = /(?!\n)\p{Cc}/u;

/** Code points, which is what people are told a "character" is. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Bytes as UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export const nicknameRule = (typed: string): Ruled => nameRule(typed, NICKNAME_CHARS, 'A nickname');
export const roomNameRule = (typed: string): Ruled => nameRule(typed, ROOM_NAME_CHARS, 'A room name');

function nameRule(typed: string, length: { min: number; max: number }, what: string): Ruled {
  if (!typed.isWellFormed()) return refused(`${what} must be well-formed Unicode.`);
  const text = typed.normalize('NFC').trim();
  const count = characters(text);
  if (count < length.min || count > length.max)
    return refused(`${what} has ${length.min} to ${length.max} characters.`);
  if (!NAME_CHARACTERS.test(text) || !VISIBLE.test(text)) {
    return refused(`${what} may hold letters, numbers, punctuation, symbols and single spaces; nothing invisible.`);
  }
  if (DOUBLE_SPACE.test(text)) return refused(`${what} may hold single spaces only.`);
  if (MARKS_IN_A_ROW.test(text)) return refused(`${what} may hold at most 3 combining marks in a row.`);
  return { ok: true, text };
}

export function contentRule(typed: string): Ruled {
  if (!typed.isWellFormed()) return refused('A message must be well-formed Unicode.');
  const text = typed.normalize('NFC');
  if (text.length === 0) return refused('A message has at least 1 character.');
  if (characters(text) > CONTENT_CHARS_MAX) return refused(`A message has at most ${CONTENT_CHARS_MAX} characters.`);
  if (utf8Bytes(text) > CONTENT_BYTES_MAX) return refused(`A message has at most ${CONTENT_BYTES_MAX} bytes.`);
  if (CONTROL.test(text)) return refused('A message may hold newlines, but no other control characters.');
  return { ok: true, text };
}

/** A note beside an order: may be empty, newlines are kept. */
export function noteRule(typed: string, charactersMax: number): Ruled {
  if (!typed.isWellFormed()) return refused('This must be well-formed Unicode.');
  const text = typed.normalize('NFC').trim();
  if (characters(text) > charactersMax) return refused(`This has at most ${charactersMax} characters.`);
  if (CONTROL.test(text)) return refused('This may hold newlines, but no other control characters.');
  return { ok: true, text };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** A pictograph, a flag (two regional indicators), or a keycap. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;
/** What may stand in an emoji beside its pictographs: joiner, variation selector, skin tones, keycap, flag tags, hair. */
const EMOJI_PARTS = /^[\p{Extended_Pictographic}\p{Emoji_Component}\u200D\uFE0F\u20E3\u{E0020}-\u{E007F}]+$/u;

/** One emoji: one grapheme cluster, made of emoji parts, with a pictograph, flag or keycap in it. */
export function emojiRule(typed: string): Ruled {
  const text = typed.isWellFormed() ? typed.normalize('NFC') : '';
  const isEmoji = text.length > 0 && text.length <= EMOJI_LENGTH_MAX && EMOJI_PARTS.test(text) && EMOJI.test(text);
  if (!isEmoji || [...segmenter.segment(text)].length !== 1) return refused('A reaction is one emoji.');
  return { ok: true, text };
}

function refused(reason: string): Ruled {
  return { ok: false, reason };
}
