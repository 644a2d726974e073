import { Database } from 'bun:sqlite';
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { AuditEntry } from '../protocol/admin-objects.ts';
import { createClient, join, newPerson, newRoom, say } from './support/client.ts';
import { createOperator, type Operator, PASSWORD, signIn } from './support/operator.ts';
import { runCommand } from './support/server.ts';
import { serverForFile } from './support/server-for-file.ts';

const server = serverForFile();
let operator: Operator;
const copies: string[] = [];

beforeAll(async () => {
  await createOperator(server);
  operator = await signIn(server);
});
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

/** The newest entries, oldest first. */
async function newest(limit: number) {
  return (await operator.call('adminAudit', { query: { limit } })).entries.toReversed();
}
const events = async (limit: number) => (await newest(limit)).map(({ event }) => event);

test('what happens is written down as ids and codes, in its order', async () => {
  const owner = await newPerson(server, 'Audit Canary One');
  const room = await newRoom(owner, { name: 'Audit Canary Room' });
  const author = await newPerson(server, 'Audit Canary Two');
  const member_id = await join(author, room.code);
  const { id } = await say(author, room.code, 'audit canary text');
  const { report } = await owner.call('reportMessage', { params: { id }, body: { reason: 'spam', details: 'canary' } });
  await owner.call('blockSession', { body: { room_code: room.code, member_id, rotate_code: true, reason: 'canary' } });
  await owner.call('unblockSession', { body: { room_code: room.code, member_id } });
  await owner.call('resolveReport', { params: { id: report.id }, body: { action: 'dismiss', note: 'canary' } });
  await owner.call('rotateCode', { params: { code: room.code } });
  await operator.call('adminRoom', { params: { code: room.code } });
  await operator.call('adminMessages', { params: { code: room.code } });
  await operator.call('adminReport', { params: { id: report.id } });
  await operator.call('adminNoteReport', { params: { id: report.id }, body: { note: 'canary' } });
  await operator.call('adminDeleteMessage', { params: { id } });
  await operator.call('adminBan', {
    params: { id: author.sessionId },
    body: { reason: 'canary', duration_seconds: 60 },
  });
  await operator.call('adminUnban', { params: { id: author.sessionId } });
  await operator.call('adminUpdateRoom', { params: { code: room.code }, body: { locked: true } });
  await operator.call('adminUpdateSettings', { body: { content_chars_max: 3_000 } });
  await operator.call('adminBurnRoom', { params: { code: room.code } });
  await author.call('endSession');
  const entries = await newest(19);
  expect(entries.map(({ event }) => event)).toEqual([
    'session_created',
    'room_created',
    'session_created',
    'report_opened',
    'member_blocked',
    'member_unblocked',
    'report_resolved',
    'code_rotated',
    'room_read',
    'messages_read',
    'report_read',
    'report_noted',
    'message_deleted',
    'session_banned',
    'session_unbanned',
    'room_changed',
    'settings_changed',
    'room_burned',
    'session_ended',
  ]);
  expect(entries[16]?.details).toEqual({ content_chars_max: { old: 4_000, new: 3_000 } });
  expect(entries[13]).toMatchObject({ subject: `session:${author.sessionId}`, details: { duration_seconds: 60 } });
  // No name, no content, no code of a room, no reason that somebody wrote.
  const text = JSON.stringify(entries).toLowerCase();
  for (const secret of ['canary', room.code, owner.token, '127.0.0.1']) {
    expect([secret, text.includes(secret.toLowerCase())]).toEqual([secret, false]);
  }
  // Who made a room is a member of it and not a session: what somebody made can't be gathered from the log.
  expect(entries[1]?.actor).toStartWith('member:');
  expect(text.includes(owner.sessionId.toLowerCase())).toBe(true);
  expect(JSON.stringify(entries.slice(1, 2))).not.toContain(owner.sessionId);
});

test('failed and successful sign-ins, and limits that were hit, are in it', async () => {
  const anybody = createClient(server, null, { Origin: server.url });
  const wrong = { username: 'op', password: 'wrong wrong wrong' };
  await anybody.refused('unauthenticated', 'adminLogin', { body: wrong });
  await anybody.refused('unauthenticated', 'adminLogin', { body: { ...wrong, username: 'ghost' } });
  await signIn(server);
  const entries = await newest(3);
  expect(entries.map(({ event }) => event)).toEqual(['login_failed', 'login_failed', 'login']);
  expect(entries[0]?.subject).toMatch(/^operator:.{10,}/);
  expect(entries[1]?.subject).toBe('operator:unknown');
  await operator.call('adminUpdateSettings', { body: { limits: { message: { count: 1, seconds: 60 } } } });
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  await say(person, code, 'one');
  for (let n = 0; n < 3; n++) {
    await person.refused('rate_limited', 'sendMessage', { body: { room_code: code, content: 'more' } });
  }
  await operator.call('adminUpdateSettings', { body: { limits: { message: null } } });
  await server.stop();
  await server.restart();
  operator = await signIn(server);
  const { entries: hits } = await operator.call('adminAudit', { query: { event: 'limit_hit' } });
  expect(hits[0]?.details).toEqual({ limit: 'message', count: 3 });
  expect(await events(3)).toEqual(['server_stopped', 'server_started', 'login']);
});

test('it is filtered by event, actor and time, and comes in pages', async () => {
  const { admin } = await operator.call('adminMe');
  const { entries } = await operator.call('adminAudit', { query: { actor: `operator:${admin.id}`, limit: 200 } });
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([`operator:${admin.id}`]));
  const first = await operator.call('adminAudit', { query: { limit: 5 } });
  const second = await operator.call('adminAudit', { query: { limit: 5, cursor: first.next_cursor ?? '' } });
  const seqs = [...first.entries, ...second.entries].map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: 10 }, (_, n) => (seqs[0] ?? 0) - n));
  const at = first.entries[4]?.at ?? '';
  const until = await operator.call('adminAudit', { query: { to: at, limit: 1 } });
  expect(Date.parse(until.entries[0]?.at ?? '')).toBeLessThanOrEqual(Date.parse(at));
  await operator.refused('invalid_request', 'adminAudit', { query: { event: 'dance' } });
});

test('the export can be checked by anybody, with nothing but SHA-256', async () => {
  const response = await fetch(`${server.url}/api/admin/audit/export/`, { headers: { Cookie: operator.cookie } });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const lines = (await response.text()).trim().split('\n');
  let previous = '0'.repeat(64);
  for (const line of lines) {
    const entry = AuditEntry.parse(JSON.parse(line));
    const { seq, at, event, actor, subject, details } = entry;
    expect(entry.previous).toBe(previous);
    previous = createHash('sha256')
      .update(JSON.stringify([seq, at, event, actor, subject, details, previous]))
      .digest('hex');
    expect(entry.hash).toBe(previous);
  }
  expect(lines.length).toBeGreaterThan(30);
});

/** A copy of the data folder as it is on the disk, to be tampered with. */
function copyOfData(): string {
  const copy = mkdtempSync(path(tmpdir(), 'bauta-audit-'));
  copies.push(copy);
  for (const file of ['bauta.db', 'bauta.db-wal', 'audit.head', 'secret.key']) {
    // There is no write-ahead log while nothing has the database open.
    if (existsSync(path(server.dataDir, file))) copyFileSync(path(server.dataDir, file), path(copy, file));
  }
  return copy;
}

async function verify(folder: string) {
  const { code, stdout } = await runCommand(['audit', 'verify'], { DATA_DIR: folder });
  return { code, stdout };
}

const TAMPERED: [what: string, kind: RegExp, sql: string[]][] = [
  ['altered', /altered: Entry 20 /, [`update audit set actor = 'system' where seq = 20`]],
  ['its details altered', /altered: Entry 20 /, [`update audit set details = '{"a":1}' where seq = 20`]],
  ['its time altered', /altered: Entry 20 /, ['update audit set at = at + 1 where seq = 20']],
  ['removed', /removed: Entries 20 to 22 /, ['delete from audit where seq between 20 and 22']],
  [
    'removed, and the rest moved up',
    /removed: .*20/,
    [
      'delete from audit where seq = 20',
      'update audit set seq = -(seq - 1) where seq > 20',
      'update audit set seq = -seq where seq < 0',
    ],
  ],
  [
    'inserted, and the rest moved down',
    /inserted: Entry 20 /,
    [
      'update audit set seq = -(seq + 1) where seq >= 20',
      'update audit set seq = -seq where seq < 0',
      "insert into audit select 20, at, event, actor, subject, details, 'f' || substr(hash, 2) from audit where seq = 19",
    ],
  ],
  [
    'reordered',
    /reordered: Entries 20 and 21 /,
    [
      'update audit set seq = -20 where seq = 20',
      'update audit set seq = 20 where seq = 21',
      'update audit set seq = 21 where seq = -20',
    ],
  ],
  [
    'given an entry before the first',
    /inserted: Entry 0 /,
    ['insert into audit select 0, at, event, actor, subject, details, hash from audit where seq = 1'],
  ],
  ['given a time that is none', /altered: Entry 20 /, ['update audit set at = 9000000000000000 where seq = 20']],
  ['cut off', /cut_off: The newest 3 /, ['delete from audit where seq > (select max(seq) - 3 from audit)']],
  ['emptied', /cut_off: /, ['delete from audit']],
  ['cut at its old end', /removed: /, ['delete from audit where seq <= 10']],
  [
    'cut at its old end, with an anchor made up for it',
    /removed: The old end/,
    [
      'insert into audit_anchor (id, seq, hash) select 1, seq, hash from audit where seq = 10',
      'delete from audit where seq <= 10',
    ],
  ],
];

for (const [what, kind, statements] of TAMPERED) {
  test(`a log that was ${what} in the file is found`, async () => {
    const folder = copyOfData();
    expect(await verify(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('The chain is whole') });
    const database = new Database(path(folder, 'bauta.db'));
    for (const statement of statements) database.run(statement);
    database.close();
    const { code, stdout } = await verify(folder);
    expect([what, code]).toEqual([what, 1]);
    expect(stdout).toMatch(kind);
    // One thing was done, so one or two are said, and not one for every entry after it.
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(5);
  });
}

test('entries with good hashes that were added behind the server’s back are found, and a missing record', async () => {
  const folder = copyOfData();
  const database = new Database(path(folder, 'bauta.db'));
  const last = database
    .query<{ seq: number; at: number; hash: string }, []>('select * from audit order by seq desc')
    .get();
  const seq = (last?.seq ?? 0) + 1;
  const at = last?.at ?? 0;
  const text = JSON.stringify([seq, new Date(at).toISOString(), 'login', 'system', null, {}, last?.hash]);
  const hash = createHash('sha256').update(text).digest('hex');
  database.run(`insert into audit values (${seq}, ${at}, 'login', 'system', null, '{}', '${hash}')`);
  database.close();
  expect(await verify(folder)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/inserted: 1 entries came after/),
  });
  rmSync(path(folder, 'audit.head'));
  expect(await verify(folder)).toMatchObject({ code: 1, stdout: expect.stringContaining('no_record:') });
});

test('a log that was cut off while the server was down stays found after it has started and written on', async () => {
  await server.stop();
  const database = new Database(path(server.dataDir, 'bauta.db'));
  const kept = copyOfData();
  database.run('delete from audit where seq > (select max(seq) - 2 from audit)');
  database.close();
  await server.restart();
  operator = await signIn(server);
  for (let n = 0; n < 5; n++) await newPerson(server);
  const { check } = await operator.call('adminAuditVerify');
  expect(check.ok).toBe(false);
  expect(check.findings).toMatchObject([{ kind: 'cut_off', text: expect.stringContaining('knew of later entries') }]);
  // Back to the log as it was, for the tests below.
  await server.stop();
  for (const file of ['bauta.db', 'audit.head']) copyFileSync(path(kept, file), path(server.dataDir, file));
  rmSync(path(server.dataDir, 'bauta.db-wal'), { force: true });
  await server.restart();
  operator = await signIn(server);
});

/** The chain with one entry altered and all hashes after it made good: what somebody with the whole recipe would write. */
function rewrite(database: Database, seq: number): void {
  const rows = database
    .query<Record<'seq' | 'at', number> & Record<'event' | 'actor' | 'subject' | 'details' | 'hash', string>, []>(
      'select * from audit order by seq',
    )
    .all();
  let previous = '0'.repeat(64);
  for (const row of rows) {
    const actor = row.seq === seq ? 'system' : row.actor;
    const head = JSON.stringify([row.seq, new Date(row.at).toISOString(), row.event, actor, row.subject]).slice(0, -1);
    previous = createHash('sha256')
      .update(`${head},${row.details},${JSON.stringify(previous)}]`)
      .digest('hex');
    database.query('update audit set actor = ?, hash = ? where seq = ?').run(actor, previous, row.seq);
  }
}

for (const [what, tamper, kinds] of [
  [
    'cut off',
    (database: Database) => database.run('delete from audit where seq > (select max(seq) - 3 from audit)'),
    ['altered'],
  ],
  ['rewritten from end to end', (database: Database) => rewrite(database, 5), ['altered']],
] as const) {
  test(`a log that was ${what} under the running server is found, also after it has written on`, async () => {
    const before = copyOfData();
    const database = new Database(path(server.dataDir, 'bauta.db'));
    tamper(database);
    database.close();
    for (let n = 0; n < 10; n++) await newPerson(server);
    const { check } = await operator.call('adminAuditVerify');
    expect([check.ok, check.findings.map(({ kind }) => kind)]).toEqual([false, [...kinds]]);
    // Back to the log as it was.
    await server.stop();
    for (const file of ['bauta.db', 'bauta.db-wal', 'audit.head']) {
      rmSync(path(server.dataDir, file), { force: true });
      if (existsSync(path(before, file))) copyFileSync(path(before, file), path(server.dataDir, file));
    }
    await server.restart();
    operator = await signIn(server);
  });
}

test('a server that is killed in the middle leaves a log that is whole', async () => {
  for (let round = 0; round < 3; round++) {
    const making = Array.from({ length: 30 }, () => newPerson(server).catch(() => null));
    await Promise.race(making);
    await server.kill();
    await Promise.all(making);
    await server.restart();
  }
  operator = await signIn(server);
  expect((await operator.call('adminAuditVerify')).check).toMatchObject({ ok: true, findings: [] });
});

test('after its days the old end is cut, and the chain can be checked as before', async () => {
  const before = (await operator.call('adminAuditVerify')).check;
  await operator.call('adminUpdateSettings', { body: { audit_days: 1 } });
  await server.clock.advance(86_400_000 + 3_600_000);
  operator = await signIn(server);
  await expectCut();
  const { check } = await operator.call('adminAuditVerify');
  expect(check).toMatchObject({ ok: true, findings: [] });
  expect(check.first_seq).toBeGreaterThan(before.last_seq ?? 0);
  expect(await verify(copyOfData())).toMatchObject({ code: 0 });
  const head = JSON.parse(readFileSync(path(server.dataDir, 'audit.head'), 'utf8'));
  expect(head.anchor.seq).toBe((check.first_seq ?? 0) - 1);

  async function expectCut(): Promise<void> {
    for (;;) {
      const { entries } = await operator.call('adminAudit', { query: { event: 'audit_trimmed' } });
      const { check: now } = await operator.call('adminAuditVerify');
      if (entries.length > 0 && (now.first_seq ?? 0) > 1) return;
    }
  }
});

test('the newest hash stands in the server’s own log, and nothing else of it', async () => {
  const lines = server.output.stdout
    .split('\n')
    .filter((line) => line.includes('"msg":"audit log"'))
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines)
    expect(line).toMatchObject({ count: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(server.output.stdout).not.toContain(PASSWORD);
});
