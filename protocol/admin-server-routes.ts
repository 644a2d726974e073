/** How the server is, what has happened, what it is set to. */
import { z } from 'zod';
import { Limit, list } from './admin-fields.ts';
import { AuditCheck, AuditEntry, AuditEvent, Figures, Settings, SettingsChange } from './admin-objects.ts';
import { Cursor } from './fields.ts';
import { Time } from './objects.ts';
import { type Route, route } from './route.ts';

const tag = 'Operator' as const;
const needs = 'operator' as const;

const auditFilter = {
  event: AuditEvent.optional(),
  actor: z.string().trim().min(1).max(80).optional(),
  from: Time.optional(),
  to: Time.optional(),
};

export const adminServerRoutes = {
  adminStats: route({
    method: 'get',
    path: '/api/admin/stats/',
    summary: 'How the server is, and how it was. `before`: the same time a day earlier; empty for 7 days.',
    tag,
    needs,
    polled: true,
    query: z.strictObject({ range: z.enum(['1h', '24h', '7d']).default('24h') }),
    answers: { 200: z.object({ now: Figures, points: z.array(Figures), before: z.array(Figures) }) },
    errors: ['invalid_request'],
  }),
  adminAudit: route({
    method: 'get',
    path: '/api/admin/audit/',
    summary: 'The audit log, newest first.',
    tag,
    needs,
    query: z.strictObject({ ...auditFilter, cursor: Cursor.optional(), limit: Limit }),
    answers: { 200: list('entries', AuditEntry) },
    errors: ['invalid_request'],
  }),
  adminAuditExport: route({
    method: 'get',
    path: '/api/admin/audit/export/',
    summary: 'The audit log as JSONL, oldest first, an entry a line.',
    tag,
    needs,
    query: z.strictObject(auditFilter),
    answers: { 200: z.string() },
    errors: ['invalid_request'],
  }),
  adminAuditVerify: route({
    method: 'get',
    path: '/api/admin/audit/verify/',
    summary: 'Check the chain of the audit log from its first entry to its last.',
    tag,
    needs,
    answers: { 200: z.object({ check: AuditCheck }) },
    errors: [],
  }),
  adminSettings: route({
    method: 'get',
    path: '/api/admin/settings/',
    summary: 'The settings as they are, and as this server started with.',
    tag,
    needs,
    answers: { 200: z.object({ settings: Settings, shipped: Settings }) },
    errors: [],
  }),
  adminUpdateSettings: route({
    method: 'patch',
    path: '/api/admin/settings/',
    summary: 'Change settings; they act at once.',
    tag,
    needs,
    confirmed: true,
    body: SettingsChange,
    answers: { 200: z.object({ settings: Settings, shipped: Settings }) },
    errors: ['invalid_request'],
  }),
} satisfies Record<string, Route>;
