import { expect, test } from 'bun:test';
import { ANYTHING, auditQuery, readActor } from './audit-api.ts';

test('a filter that is not set is not asked for', () => {
  expect(auditQuery(ANYTHING).toString()).toBe('');
  expect(auditQuery({ ...ANYTHING, from: 'no time' }).toString()).toBe('');
});

test('local times are asked for in UTC, and the last minute counts to its end', () => {
  const query = auditQuery({ event: 'login', actor: 'system', from: '2026-03-01T14:02', to: '2026-03-01T14:02' });
  const from = new Date(2026, 2, 1, 14, 2).getTime();
  expect(Date.parse(query.get('from') ?? '')).toBe(from);
  expect(Date.parse(query.get('to') ?? '')).toBe(from + 59_999);
  expect(query.get('from')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(query.get('event')).toBe('login');
  expect(query.get('actor')).toBe('system');
});

test('a pasted id is a session’s, unless it says what it is', () => {
  expect(readActor(' QS1SmD4rcL0SOdxXAaG_Rk ')).toBe('session:QS1SmD4rcL0SOdxXAaG_Rk');
  expect(readActor('member:abc')).toBe('member:abc');
  expect(readActor('Server')).toBe('system');
  expect(readActor('')).toBe('');
});
