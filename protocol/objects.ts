/** The things that the calls and frames speak of: one schema gives type, check and OpenAPI. */
import { z } from 'zod';
import { RETENTION_SECONDS, SLOW_MODE_SECONDS } from './limits.ts';

export const Time = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'UTC with milliseconds, `2026-01-31T09:00:00.000Z`' });
const Id = z.string().min(1).max(64).meta({ description: 'Opaque.' });

export const Role = z.enum(['owner', 'moderator', 'member']);
export type Role = z.infer<typeof Role>;

export const Session = z
  .object({ id: Id, nickname: z.string(), created_at: Time, expires_at: Time })
  .meta({ id: 'Session', description: 'A person for as long as the session lasts. Holds nothing but a nickname.' });
export type Session = z.infer<typeof Session>;

export const Me = z.object({ member_id: Id, role: Role, blocked: z.boolean() });

export const Room = z
  .object({
    code: z
      .string()
      .meta({ description: '12 symbols of Crockford base32 without dashes.', examples: ['K7QM3F9TXW2A'] }),
    name: z.string(),
    kind: z.enum(['open', 'sealed']),
    retention_seconds: z.int().min(RETENTION_SECONDS.min).max(RETENTION_SECONDS.max),
    slow_mode_seconds: z.int().min(SLOW_MODE_SECONDS.min).max(SLOW_MODE_SECONDS.max),
    locked: z.boolean(),
    member_count: z.int(),
    online_count: z.int(),
    created_at: Time,
    last_seq: z.int().meta({ description: 'The newest message’s `seq`; 0 while there is none.' }),
    me: Me.nullable(),
  })
  .meta({ id: 'Room' });
export type Room = z.infer<typeof Room>;

export const RoomPreview = Room.pick({
  code: true,
  name: true,
  kind: true,
  locked: true,
  member_count: true,
  created_at: true,
})
  .extend({ me: z.null() })
  .meta({ id: 'RoomPreview', description: 'What one who isn’t in the room learns of it.' });
export type RoomPreview = z.infer<typeof RoomPreview>;

export const Member = z
  .object({ id: Id, nickname: z.string(), role: Role, joined_at: Time, online: z.boolean() })
  .meta({ id: 'Member', description: 'A person in one room. The id means nothing outside it.' });
export type Member = z.infer<typeof Member>;

export const Reaction = z.object({ emoji: z.string(), member_ids: z.array(Id) });
export type Reaction = z.infer<typeof Reaction>;

export const DeletedBy = z.enum(['author', 'moderator']).meta({ description: 'A moderator stands for the owner too.' });
export type DeletedBy = z.infer<typeof DeletedBy>;

export const Message = z
  .object({
    id: Id,
    room_code: z.string(),
    seq: z.int().min(1).meta({
      description: 'Counts the room’s messages from 1 without gaps, in the order in which they were committed.',
    }),
    member_id: Id,
    nickname: z.string(),
    content: z.string(),
    client_id: z.string().nullable(),
    reply_to: Id.nullable(),
    created_at: Time,
    edited_at: Time.nullable(),
    deleted: z
      .boolean()
      .meta({ description: 'A deleted message keeps its `seq`, with empty content, until it expires.' }),
    deleted_by: DeletedBy.nullable(),
    expires_at: Time.nullable(),
    reactions: z.array(Reaction),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;
