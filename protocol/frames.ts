/** What goes over the socket, both ways. Text frames, one JSON object each. */
import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors.ts';
import { ClientId, Content, Emoji, ObjectId } from './fields.ts';
import { DeletedBy, Member, Message, Room } from './objects.ts';

export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('chat_message'),
    content: Content,
    client_id: ClientId.optional(),
    reply_to: ObjectId.nullish(),
  }),
  z.strictObject({ type: z.literal('edit_message'), id: ObjectId, content: Content }),
  z.strictObject({ type: z.literal('delete_message'), id: ObjectId }),
  z.strictObject({ type: z.literal('react'), id: ObjectId, emoji: Emoji, on: z.boolean() }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

export const ServerFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    protocol: z.literal(1),
    room: Room,
    member: Member,
    members: z.array(Member),
    last_seq: z.int(),
    resumed_from: z.int().nullable(),
  }),
  z.object({ type: z.literal('history'), messages: z.array(Message), has_more: z.boolean() }),
  Message.extend({ type: z.literal('chat_message') }),
  Message.extend({ type: z.literal('message_edited') }),
  z.object({ type: z.literal('message_deleted'), id: z.string(), seq: z.int(), deleted_by: DeletedBy }),
  z.object({ type: z.literal('messages_expired'), up_to_seq: z.int() }),
  z.object({ type: z.literal('reaction'), id: z.string(), emoji: z.string(), member_id: z.string(), on: z.boolean() }),
  z.object({
    type: z.literal('presence'),
    joined: z.array(Member),
    left: z.array(z.string()),
    online: z.array(z.string()),
    offline: z.array(z.string()),
    member_count: z.int(),
    online_count: z.int(),
  }),
  z.object({ type: z.literal('typing'), member_id: z.string() }),
  z.object({ type: z.literal('room_updated'), room: Room }),
  z.object({ type: z.literal('member_updated'), member: Member }),
  z.object({ type: z.literal('report_opened'), report_id: z.string() }),
  z.object({ type: z.literal('report_resolved'), report_ids: z.array(z.string()) }),
  z.object({
    type: z.literal('error'),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    client_id: z.string().optional(),
    retry_after_seconds: z.int().optional(),
  }),
  z.object({ type: z.literal('pong'), last_seq: z.int() }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;
export type ServerFrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;
