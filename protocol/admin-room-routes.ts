/** Rooms and their messages, as the operator looks and acts. */
import { z } from 'zod';
import { byCode, byId, Limit, list, PageSize, Search } from './admin-fields.ts';
import { RoomDetail, RoomEntry } from './admin-objects.ts';
import { Cursor, RetentionSeconds, SlowModeSeconds, WholeNumber } from './fields.ts';
import { MESSAGES_PER_PAGE } from './limits.ts';
import { Message } from './objects.ts';
import { type Route, route } from './route.ts';

const tag = 'Operator' as const;
const needs = 'operator' as const;

/** Filters that may hold a name go in a body: a URL is written down in too many places. */
const roomList = {
  sort: z.enum(['created_at', 'last_message_at', 'member_count', 'open_reports']).default('created_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor: Cursor.optional(),
};

export const adminRoomRoutes = {
  adminRooms: route({
    method: 'get',
    path: '/api/admin/rooms/',
    summary: 'Rooms.',
    tag,
    needs,
    query: z.strictObject({ ...roomList, limit: Limit }),
    answers: { 200: list('rooms', RoomEntry) },
    errors: ['invalid_request'],
  }),
  adminSearchRooms: route({
    method: 'post',
    path: '/api/admin/rooms/search/',
    summary: 'Rooms. `query`: a code, or a part of the name.',
    tag,
    needs,
    body: z.strictObject({ ...roomList, query: Search.optional(), limit: PageSize }),
    answers: { 200: list('rooms', RoomEntry) },
    errors: ['invalid_request'],
  }),
  adminRoom: route({
    method: 'get',
    path: '/api/admin/rooms/{code}/',
    summary: 'A room and its members. Written to the audit log.',
    tag,
    needs,
    params: byCode,
    answers: { 200: z.object({ room: RoomDetail }) },
    errors: ['not_found'],
  }),
  adminUpdateRoom: route({
    method: 'patch',
    path: '/api/admin/rooms/{code}/',
    summary: 'Lock, slow mode, retention. A shorter retention needs the password.',
    tag,
    needs,
    params: byCode,
    body: z.strictObject({
      locked: z.boolean().optional(),
      slow_mode_seconds: SlowModeSeconds.optional(),
      retention_seconds: RetentionSeconds.optional(),
    }),
    answers: { 200: z.object({ room: RoomDetail }) },
    errors: ['invalid_request', 'not_found', 'confirmation_required'],
  }),
  adminBurnRoom: route({
    method: 'delete',
    path: '/api/admin/rooms/{code}/',
    summary: 'Burn a room.',
    tag,
    needs,
    confirmed: true,
    params: byCode,
    answers: { 204: null },
    errors: ['not_found'],
  }),
  adminMessages: route({
    method: 'get',
    path: '/api/admin/rooms/{code}/messages/',
    summary: 'Read an open room, newest first page. Every look is written to the audit log.',
    tag,
    needs,
    params: byCode,
    query: z.strictObject({
      before: WholeNumber.optional(),
      limit: WholeNumber.pipe(z.int().min(1).max(MESSAGES_PER_PAGE.max)).default(MESSAGES_PER_PAGE.default),
    }),
    answers: { 200: z.object({ messages: z.array(Message), has_more: z.boolean() }) },
    errors: ['invalid_request', 'not_found'],
  }),
  adminDeleteMessage: route({
    method: 'delete',
    path: '/api/admin/messages/{id}/',
    summary: 'Delete a message.',
    tag,
    needs,
    confirmed: true,
    params: byId,
    answers: { 204: null },
    errors: ['not_found'],
  }),
} satisfies Record<string, Route>;
