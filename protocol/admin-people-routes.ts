/** Reports of all rooms, and people’s sessions. */
import { z } from 'zod';
import { byId, Limit, list, PageSize, Search } from './admin-fields.ts';
import { Ban, ReportDetail, ReportEntry, SessionEntry } from './admin-objects.ts';
import { BlockSeconds, Cursor, Note, RoomCodeField } from './fields.ts';
import { ReportReason, ReportStatus, Resolution } from './objects.ts';
import { type Route, route } from './route.ts';

const tag = 'Operator' as const;
const needs = 'operator' as const;

const sessionList = {
  state: z.enum(['all', 'connected', 'banned']).default('all'),
  sort: z.enum(['created_at', 'last_used_at']).default('created_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor: Cursor.optional(),
};

export const adminPeopleRoutes = {
  adminReports: route({
    method: 'get',
    path: '/api/admin/reports/',
    summary: 'Reports of all rooms, newest first, without what was said.',
    tag,
    needs,
    query: z.strictObject({
      status: ReportStatus.optional(),
      reason: ReportReason.optional(),
      room_code: RoomCodeField.optional(),
      cursor: Cursor.optional(),
      limit: Limit,
    }),
    answers: { 200: list('reports', ReportEntry) },
    errors: ['invalid_request', 'not_found'],
  }),
  adminReport: route({
    method: 'get',
    path: '/api/admin/reports/{id}/',
    summary: 'A report with its message. Written to the audit log.',
    tag,
    needs,
    params: byId,
    answers: { 200: z.object({ report: ReportDetail }) },
    errors: ['not_found'],
  }),
  adminResolveReport: route({
    method: 'post',
    path: '/api/admin/reports/{id}/resolve/',
    summary: 'Close a report, and with it every other open one about the same message. `dismiss` needs no password.',
    tag,
    needs,
    params: byId,
    body: z.strictObject({
      action: Resolution,
      note: Note.optional(),
      duration_seconds: BlockSeconds.optional(),
    }),
    answers: { 200: z.object({ report: ReportDetail }) },
    errors: ['invalid_request', 'not_found', 'conflict', 'confirmation_required'],
  }),
  adminNoteReport: route({
    method: 'post',
    path: '/api/admin/reports/{id}/note/',
    summary: 'Write a note to a report.',
    tag,
    needs,
    params: byId,
    body: z.strictObject({ note: Note }),
    answers: { 200: z.object({ report: ReportDetail }) },
    errors: ['invalid_request', 'not_found'],
  }),
  adminSessions: route({
    method: 'get',
    path: '/api/admin/sessions/',
    summary: 'People’s sessions.',
    tag,
    needs,
    query: z.strictObject({ ...sessionList, limit: Limit }),
    answers: { 200: list('sessions', SessionEntry) },
    errors: ['invalid_request'],
  }),
  adminSearchSessions: route({
    method: 'post',
    path: '/api/admin/sessions/search/',
    summary: 'People’s sessions. `query`: an id, or a part of the nickname.',
    tag,
    needs,
    body: z.strictObject({ ...sessionList, query: Search.optional(), limit: PageSize }),
    answers: { 200: list('sessions', SessionEntry) },
    errors: ['invalid_request'],
  }),
  adminBan: route({
    method: 'post',
    path: '/api/admin/sessions/{id}/ban/',
    summary: 'Ban a session: it leaves every room, and all its sockets close.',
    tag,
    needs,
    confirmed: true,
    params: byId,
    body: z.strictObject({ reason: Note.optional(), duration_seconds: BlockSeconds.optional() }),
    answers: { 200: z.object({ ban: Ban }) },
    errors: ['invalid_request', 'not_found'],
  }),
  adminUnban: route({
    method: 'post',
    path: '/api/admin/sessions/{id}/unban/',
    summary: 'Lift a ban.',
    tag,
    needs,
    params: byId,
    answers: { 204: null },
    errors: ['not_found'],
  }),
} satisfies Record<string, Route>;
