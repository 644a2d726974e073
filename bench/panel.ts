/**
 * The operator's panel on a full database: how long each table's first page takes, and a page far behind it.
 * `bun bench/panel.ts [sessions] [rooms] [messages]`; as shipped 50,000, 10,000 and 1,000,000.
 */
import { Database } from 'bun:sqlite';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { newOperator } from './operator.ts';
import { percentile } from './people.ts';
import { measuredServer } from './server.ts';

const [SESSIONS = 50_000, ROOMS = 10_000, MESSAGES = 1_000_000] = process.argv.slice(2).map(Number);
const REPORTS = Math.round(ROOMS / 2);
const ASKED = 25;
/** Pages that are turned before the one that is measured. */
const PAGES = 200;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const server = await measuredServer();
await server.stop();
fill(join(server.dataDir, 'bauta.db'));
await server.start();
const operator = await newOperator(server.url, server.dataDir);
const megabytes = statSync(join(server.dataDir, 'bauta.db')).size / 1e6;
say(`${SESSIONS} sessions, ${ROOMS} rooms, ${MESSAGES} messages, ${REPORTS} reports: ${Math.round(megabytes)} MB`);

const room = (await operator.call('GET', '/api/admin/rooms/?limit=1')).answer as { rooms: { code: string }[] };
const code = room.rooms[0]?.code ?? '';
const lists: [what: string, method: string, path: string, body?: object][] = [
  ['dashboard, 7 days', 'GET', '/api/admin/stats/?range=7d'],
  ['rooms, newest', 'GET', '/api/admin/rooms/'],
  ['rooms, by last message', 'GET', '/api/admin/rooms/?sort=last_message_at'],
  ['rooms, by people', 'GET', '/api/admin/rooms/?sort=member_count'],
  ['rooms, by open reports', 'GET', '/api/admin/rooms/?sort=open_reports'],
  ['rooms, searched by name', 'POST', '/api/admin/rooms/search/', { query: 'number 77' }],
  ['one room', 'GET', `/api/admin/rooms/${code}/`],
  ['its messages', 'GET', `/api/admin/rooms/${code}/messages/`],
  ['reports, all', 'GET', '/api/admin/reports/'],
  ['reports, open', 'GET', '/api/admin/reports/?status=open'],
  ['reports, open, of a reason', 'GET', '/api/admin/reports/?status=open&reason=illegal'],
  ['sessions, newest', 'GET', '/api/admin/sessions/'],
  ['sessions, last used', 'GET', '/api/admin/sessions/?sort=last_used_at'],
  ['sessions, banned', 'GET', '/api/admin/sessions/?state=banned'],
  ['sessions, searched by nickname', 'POST', '/api/admin/sessions/search/', { query: 'person 777' }],
  ['audit log', 'GET', '/api/admin/audit/'],
  ['audit log, one event', 'GET', '/api/admin/audit/?event=login'],
];
for (const [what, method, path, body] of lists) {
  const times: number[] = [];
  for (let n = 0; n < ASKED; n++) times.push((await operator.call(method, path, body)).ms);
  times.sort((a, b) => a - b);
  say(`${what.padEnd(32)} p50 ${ms(percentile(times, 0.5))}  slowest ${ms(times.at(-1) ?? 0)}`);
}

let cursor: string | null = '';
let last = 0;
for (let page = 0; page < PAGES && cursor !== null; page++) {
  const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
  const { answer, ms: took } = await operator.call('GET', `/api/admin/sessions/?limit=50${from}`);
  cursor = (answer as { next_cursor: string | null }).next_cursor;
  last = took;
}
say(`${`sessions, page ${PAGES}`.padEnd(32)} ${ms(last)}`);
await server.dispose();
process.exit(0);

/** Straight into the tables: what a year of people would leave. */
function fill(file: string): void {
  const database = new Database(file, { strict: true });
  database.run('pragma synchronous = off');
  database.run('pragma foreign_keys = on');
  const nowMs = Date.now();
  const session = database.query(
    'insert into sessions (id, token_hash, nickname, created_at, last_used_at, banned_at, ban_reason) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const oneRoom =
    database.query(`insert into rooms (id, code, name, kind, retention_seconds, slow_mode_seconds, locked, created_at,
    last_seq, last_message_at, expired_up_to_seq) values (?, ?, ?, 'open', 31536000, 0, 0, ?, ?, ?, 0)`);
  const roomCode = database.query('insert into room_codes values (?, ?)');
  const member = database.query('insert into members values (?, ?, ?, ?, ?, ?, ?)');
  const message = database.query(
    'insert into messages (id, room_id, seq, member_id, nickname, content, created_at) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const report =
    database.query(`insert into reports (id, room_id, message_id, message, author_member_id, reporter_member_id,
    reason, details, status, created_at, note) values (?, ?, ?, ?, ?, 'reporter', ?, 'details', ?, ?, '')`);
  const figures = database.query('insert into figures values (?, 1, 1, 1, 1, ?, 1, 1, 1, 1, 1)');
  database.transaction(() => {
    for (let n = 0; n < SESSIONS; n++) {
      const hash = new Uint8Array(32);
      new DataView(hash.buffer).setUint32(0, n + 1);
      const banned = n % 50 === 0 ? nowMs - n : null;
      session.run(
        `session-${n}`,
        hash,
        `Person ${n}`,
        nowMs - n * 1_000,
        nowMs - n * 500,
        banned,
        banned === null ? null : 'flooding',
      );
    }
    for (let n = 0; n < ROOMS; n++) {
      oneRoom.run(
        `room-${n}`,
        codeOf(n),
        `Room number ${n}`,
        nowMs - n * 3_000,
        Math.floor(MESSAGES / ROOMS),
        nowMs - n * 100,
      );
      roomCode.run(codeOf(n), `room-${n}`);
      for (let m = 0; m < SESSIONS / ROOMS; m++) {
        const who = (n * (SESSIONS / ROOMS) + m) % SESSIONS;
        member.run(
          `member-${n}-${m}`,
          `room-${n}`,
          `session-${who}`,
          `Person ${who}`,
          `person ${who}`,
          m === 0 ? 'owner' : 'member',
          nowMs,
        );
      }
    }
    const perRoom = Math.floor(MESSAGES / ROOMS);
    for (let n = 0; n < ROOMS; n++) {
      for (let seq = 1; seq <= perRoom; seq++) {
        const text = `Message ${seq} of room ${n}, about as long as what people write to each other.`;
        message.run(
          `message-${n}-${seq}`,
          `room-${n}`,
          seq,
          `member-${n}-0`,
          `Person ${n}`,
          text,
          nowMs - (perRoom - seq) * 1_000,
        );
      }
    }
    for (let n = 0; n < REPORTS; n++) {
      const reported = {
        id: `message-${n}-1`,
        room_id: `room-${n}`,
        seq: 1,
        member_id: `member-${n}-0`,
        nickname: 'Person',
        content: 'reported',
        client_id: null,
        reply_to: null,
        created_at: nowMs,
        edited_at: null,
        deleted_by: null,
        reactions: [],
      };
      report.run(
        `report-${n}`,
        `room-${n}`,
        reported.id,
        JSON.stringify(reported),
        reported.member_id,
        n % 100 === 0 ? 'illegal' : 'spam',
        n % 3 === 0 ? 'open' : 'dismissed',
        nowMs - n * 1_000,
      );
    }
    for (let n = 0; n < 10_080; n++) figures.run(nowMs - n * 60_000, n % 100);
  })();
  database.run('analyze');
  database.close();
}

function codeOf(n: number): string {
  let code = '';
  for (let rest = n * 7_919 + 1, place = 0; place < 12; place++, rest = Math.floor(rest / 32))
    code += ALPHABET[rest % 32];
  return code;
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(6)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
