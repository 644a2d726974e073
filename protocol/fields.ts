/** The fields that people fill in: each schema checks, and gives the text as it will be stored. */
import { z } from 'zod';
import { BLOCK_SECONDS, NOTE_CHARS_MAX, RETENTION_SECONDS, SLOW_MODE_SECONDS } from './limits.ts';
import { type RoomCode, readRoomCode } from './room-code.ts';
import { contentRule, emojiRule, nicknameRule, noteRule, type Ruled, roomNameRule } from './text.ts';

const ruled = (rule: (typed: string) => Ruled) =>
  z.string().transform((typed, context) => {
    const result = rule(typed);
    if (result.ok) return result.text;
    context.addIssue({ code: 'custom', message: result.reason });
    return z.NEVER;
  });

export const Nickname = ruled(nicknameRule).meta({
  description: '2 to 32 characters after NFC and trimming.',
  examples: ['Quiet Heron'],
});
export const RoomName = ruled(roomNameRule).meta({ description: '1 to 64 characters; rules as for nicknames.' });
export const Content = ruled(contentRule).meta({
  description: '1 to 4,000 characters and at most 16 KiB. Stored as it is.',
});
/** Empty is the same as left out. */
export const Note = ruled((typed) => noteRule(typed, NOTE_CHARS_MAX)).meta({
  description: `At most ${NOTE_CHARS_MAX} characters; newlines are kept.`,
});
export const Emoji = ruled(emojiRule).meta({ description: 'One emoji.', examples: ['👍'] });

export const ClientId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ description: 'Unique per member and room: sent again, it finds the first message.' });

export const ObjectId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const RoomCodeField = z
  .string()
  .max(64)
  .transform((typed, context): RoomCode => {
    const code = readRoomCode(typed);
    if (code !== null) return code;
    context.addIssue({ code: 'custom', message: 'A room code has 12 characters, like K7QM-3F9T-XW2A.' });
    return z.NEVER;
  })
  .meta({ description: 'Case and dashes don’t matter.', examples: ['K7QM-3F9T-XW2A'] });

export const RetentionSeconds = z.int().min(RETENTION_SECONDS.min).max(RETENTION_SECONDS.max);
export const SlowModeSeconds = z.int().min(SLOW_MODE_SECONDS.min).max(SLOW_MODE_SECONDS.max);
/** A whole number in a query or path, as it is written in a URL. */
export const WholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const BlockSeconds = z.int().min(BLOCK_SECONDS.min).max(BLOCK_SECONDS.max).meta({
  description: 'Left out: for good.',
});
/** Where a list goes on: what `next_cursor` said. */
export const Cursor = z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/);
export const YesNo = z.stringbool({ truthy: ['true'], falsy: ['false'] });
