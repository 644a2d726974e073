/** Signing in and out, and what an operator does to their own account. */
import { z } from 'zod';
import { byId } from './admin-fields.ts';
import { Admin, AdminSession } from './admin-objects.ts';
import { Time } from './objects.ts';
import { type Route, route } from './route.ts';

const tag = 'Operator' as const;
const needs = 'operator' as const;

const Username = z.string().min(1).max(64);

const Password = z.string().min(1).max(1_024);

export const adminAccountRoutes = {
  adminLogin: route({
    method: 'post',
    path: '/api/admin/login/',
    summary: 'Sign in. Sets the cookie `bauta_admin`. `code`: of the authenticator, or a recovery code.',
    tag,
    needs: 'nothing',
    body: z.strictObject({ username: Username, password: Password, code: z.string().max(64).optional() }),
    answers: { 200: z.object({ admin: Admin }) },
    errors: ['invalid_request', 'unauthenticated', 'forbidden'],
  }),
  adminLogout: route({
    method: 'post',
    path: '/api/admin/logout/',
    summary: 'Sign out.',
    tag,
    needs,
    answers: { 204: null },
    errors: [],
  }),
  adminConfirm: route({
    method: 'post',
    path: '/api/admin/confirm/',
    summary: 'Enter the password again: for 15 minutes, what can’t be undone is allowed.',
    tag,
    needs,
    body: z.strictObject({ password: Password }),
    answers: { 200: z.object({ confirmed_until: Time }) },
    errors: ['invalid_request'],
  }),
  adminMe: route({
    method: 'get',
    path: '/api/admin/me/',
    summary: 'Who is signed in.',
    tag,
    needs,
    polled: true,
    answers: {
      200: z.object({ admin: Admin, confirmed_until: Time.nullable(), version: z.string(), started_at: Time }),
    },
    errors: [],
  }),
  adminListSessions: route({
    method: 'get',
    path: '/api/admin/me/sessions/',
    summary: 'Where this operator is signed in.',
    tag,
    needs,
    answers: { 200: z.object({ sessions: z.array(AdminSession) }) },
    errors: [],
  }),
  adminRevokeSession: route({
    method: 'delete',
    path: '/api/admin/me/sessions/{id}/',
    summary: 'End one of them.',
    tag,
    needs,
    params: byId,
    answers: { 204: null },
    errors: ['not_found'],
  }),
  adminStartTotp: route({
    method: 'post',
    path: '/api/admin/me/totp/',
    summary: 'A new secret for an authenticator; nothing changes until it is enabled with a code.',
    tag,
    needs,
    confirmed: true,
    answers: { 200: z.object({ secret: z.string(), uri: z.string() }) },
    errors: ['conflict'],
  }),
  adminEnableTotp: route({
    method: 'post',
    path: '/api/admin/me/totp/enable/',
    summary: 'Ask for codes from now on. Answers with ten recovery codes, once.',
    tag,
    needs,
    confirmed: true,
    body: z.strictObject({ code: z.string().max(64) }),
    answers: { 200: z.object({ recovery_codes: z.array(z.string()) }) },
    errors: ['invalid_request', 'conflict'],
  }),
  adminDisableTotp: route({
    method: 'delete',
    path: '/api/admin/me/totp/',
    summary: 'Ask for codes no more.',
    tag,
    needs,
    confirmed: true,
    answers: { 204: null },
    errors: [],
  }),
} satisfies Record<string, Route>;
