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

export const ReportReason = z.enum(['harassment', 'violence', 'private_details', 'illegal', 'spam', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;
export const ReportStatus = z.enum(['open', 'resolved', 'dismissed']);
export type ReportStatus = z.infer<typeof ReportStatus>;
export const Resolution = z.enum(['dismiss', 'delete_message', 'block_member', 'ban_session']);
export type Resolution = z.infer<typeof Resolution>;

export const Report = z
  .object({
    id: Id,
    room_code: z.string(),
    message: Message.meta({ description: 'As it was when it was reported.' }),
    reporter_member_id: Id.nullable().meta({ description: 'Null for all but the operator.' }),
    reason: ReportReason,
    details: z.string(),
    status: ReportStatus,
    created_at: Time,
    resolved_at: Time.nullable(),
    resolution: Resolution.nullable(),
    note: z.string().meta({ description: 'Of who resolved it.' }),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;

export const Block = z
  .object({
    room_code: z.string(),
    member_id: Id,
    nickname: z.string(),
    reason: z.string(),
    blocked_by: z.string().meta({ description: 'The nickname of who blocked.' }),
    created_at: Time,
    expires_at: Time.nullable().meta({ description: 'Null: for good.' }),
  })
  .meta({ id: 'Block' });
export type Block = z.infer<typeof Block>;

export const Site = z
  .object({
    notice: z.string().meta({ description: 'Text of the operator for the start page; often empty.' }),
    room_creation: z.boolean(),
    session_creation: z.boolean(),
    retention_default_seconds: z.int(),
    retention_max_seconds: z.int(),
    content_chars_max: z.int(),
  })
  .meta({ id: 'Site', description: 'What the operator of this server has set, as far as people need to know it.' });
export type Site = z.infer<typeof Site>;
