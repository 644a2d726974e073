/** The calls by which the people of a room keep order. */
import { z } from 'zod';
import { BlockSeconds, Cursor, Note, ObjectId, RoomCodeField } from './fields.ts';
import { Block, Report, ReportReason, ReportStatus, Resolution } from './objects.ts';
import { type Route, route } from './route.ts';

const Receipt = z.object({ report: Report.pick({ id: true, status: true }) });

export const moderationRoutes = {
  reportMessage: route({
    method: 'post',
    path: '/api/messages/{id}/report/',
    summary: 'Report a message to owner, moderators and operator. The same reporter again gets the first report (200).',
    tag: 'Moderation',
    needs: 'session',
    params: z.strictObject({ id: ObjectId }),
    body: z.strictObject({ reason: ReportReason, details: Note.optional() }),
    answers: { 201: Receipt, 200: Receipt },
    errors: ['invalid_request', 'not_found', 'conflict'],
  }),
  blockSession: route({
    method: 'post',
    path: '/api/moderation/block-session/',
    summary: 'Put a member out of the room, for a time or for good. Owner and moderators; nobody blocks the owner.',
    tag: 'Moderation',
    needs: 'session',
    body: z.strictObject({
      room_code: RoomCodeField,
      member_id: ObjectId,
      reason: Note.optional(),
      duration_seconds: BlockSeconds.optional(),
      delete_messages: z.boolean().optional(),
      rotate_code: z.boolean().optional(),
    }),
    answers: { 200: z.object({ block: Block }) },
    errors: ['invalid_request', 'not_found', 'forbidden', 'conflict'],
  }),
  unblockSession: route({
    method: 'post',
    path: '/api/moderation/unblock-session/',
    summary: 'Lift a block. Who was blocked may enter again, with the code as it is now.',
    tag: 'Moderation',
    needs: 'session',
    body: z.strictObject({ room_code: RoomCodeField, member_id: ObjectId }),
    answers: { 200: z.object({ ok: z.literal(true) }) },
    errors: ['invalid_request', 'not_found', 'forbidden'],
  }),
  listBlocks: route({
    method: 'get',
    path: '/api/moderation/blocks/',
    summary: 'Who is blocked from a room, newest first. Owner and moderators.',
    tag: 'Moderation',
    needs: 'session',
    query: z.strictObject({ room_code: RoomCodeField }),
    answers: { 200: z.object({ blocks: z.array(Block) }) },
    errors: ['invalid_request', 'not_found', 'forbidden'],
  }),
  listReports: route({
    method: 'get',
    path: '/api/moderation/reports/',
    summary: 'Reports of the rooms that the caller owns or moderates, newest first.',
    tag: 'Moderation',
    needs: 'session',
    query: z.strictObject({
      room_code: RoomCodeField.optional(),
      status: ReportStatus.optional(),
      cursor: Cursor.optional(),
    }),
    answers: { 200: z.object({ reports: z.array(Report), next_cursor: z.string().nullable() }) },
    errors: ['invalid_request', 'not_found', 'forbidden'],
  }),
  resolveReport: route({
    method: 'post',
    path: '/api/moderation/reports/{id}/resolve/',
    summary: 'Close a report, and with it every other open one about the same message. Owner and moderators.',
    tag: 'Moderation',
    needs: 'session',
    params: z.strictObject({ id: ObjectId }),
    body: z.strictObject({ action: Resolution.exclude(['ban_session']), note: Note.optional() }),
    answers: { 200: z.object({ report: Report }) },
    errors: ['invalid_request', 'not_found', 'forbidden', 'conflict'],
  }),
} satisfies Record<string, Route>;
