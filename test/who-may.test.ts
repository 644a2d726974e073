import { beforeAll, expect, test } from 'bun:test';
import { ClientFrame } from '../protocol/frames.ts';
import { type RouteName, routes } from '../protocol/routes.ts';
import { ACTORS, type Actor, type Row, type Verdict, WHO_MAY } from '../protocol/who-may.ts';
import { type Client, createClient, join, newPerson, newRoom, say } from './support/client.ts';
import { createOperator, type Operator, PASSWORD, signIn } from './support/operator.ts';
import { refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
let operator: Operator;

beforeAll(async () => {
  await createOperator(server);
  operator = await signIn(server);
});

const inside = (actor: Actor) => actor === 'member' || actor === 'moderator' || actor === 'owner';

/** A room with somebody in the actor's place, and somebody else in it that the actor's act is about. */
async function aWorld(actor: Actor) {
  const owner = await newPerson(server);
  const room = await newRoom(owner);
  const { code } = room;
  const other = await newPerson(server);
  const otherId = await join(other, code);
  const ids = { owner: room.me?.member_id ?? '', other: otherId, actor: '' };
  const made = await anActor(actor);
  const about = await say(other, code, 'of somebody else');
  return { actor: made.client, token: made.token, owner, other, code, ids, about, own: made.own ?? about };

  async function anActor(kind: Actor) {
    if (kind === 'stranger') return { client: createClient(server), token: '' };
    if (kind === 'operator') return { client: operator as Client, token: '' };
    if (kind === 'owner') {
      ids.actor = ids.owner;
      return { client: owner as Client, token: owner.token, own: await say(owner, code, 'own') };
    }
    const person = await newPerson(server);
    if (kind === 'visitor') return { client: person as Client, token: person.token };
    ids.actor = await join(person, code);
    const mine = await say(person, code, 'own');
    if (kind === 'moderator') {
      await owner.call('updateMember', { params: { code, id: ids.actor }, body: { role: 'moderator' } });
    }
    if (kind === 'blocked') {
      await owner.call('blockSession', { body: { room_code: code, member_id: ids.actor } });
    }
    if (kind === 'banned') {
      await operator.call('adminBan', { params: { id: person.sessionId }, body: {} });
    }
    return { client: person as Client, token: person.token, own: mine };
  }
}
type World = Awaited<ReturnType<typeof aWorld>>;

interface Attempt {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
}

/** A report about what the other one said, by the owner; where it is about the owner's own, by the other one. */
async function aReport(world: World): Promise<string> {
  const { report } = await world.owner.call('reportMessage', {
    params: { id: world.about.id },
    body: { reason: 'spam' },
  });
  return report.id;
}

const blockedOther = async ({ owner, code, ids }: World) => {
  await owner.call('blockSession', { body: { room_code: code, member_id: ids.other } });
  return { body: { room_code: code, member_id: ids.other } };
};

type CallRow = Exclude<keyof typeof WHO_MAY, `frame ${string}` | 'connect'>;

/** How each row of the table is tried. */
const TRIES: Record<CallRow, (world: World) => Attempt | Promise<Attempt>> = {
  getSite: () => ({}),
  createSession: () => ({ body: { nickname: 'Newcomer' } }),
  validateSession: () => ({}),
  endSession: () => ({}),
  createRoom: () => ({ body: {} }),
  listRooms: () => ({}),
  joinRoom: ({ code }) => ({ body: { room_code: code } }),
  getRoom: ({ code }) => ({ params: { code } }),
  'updateRoom: name, slow mode, lock': ({ code }) => ({
    params: { code },
    body: { name: 'Changed', slow_mode_seconds: 5, locked: true },
  }),
  'updateRoom: retention': ({ code }) => ({ params: { code }, body: { retention_seconds: 3_600 } }),
  burnRoom: ({ code }) => ({ params: { code } }),
  rotateCode: ({ code }) => ({ params: { code } }),
  leaveRoom: ({ code }) => ({ params: { code } }),
  listMembers: ({ code }) => ({ params: { code } }),
  updateMember: ({ code, ids }) => ({ params: { code, id: ids.other }, body: { role: 'moderator' } }),
  listMessages: ({ code }) => ({ params: { code } }),
  sendMessage: ({ code }) => ({ body: { room_code: code, content: 'Hello' } }),
  'editMessage: own': ({ own }) => ({ params: { id: own.id }, body: { content: 'changed' } }),
  'editMessage: of somebody else': ({ about }) => ({ params: { id: about.id }, body: { content: 'changed' } }),
  'deleteMessage: own': ({ own }) => ({ params: { id: own.id } }),
  'deleteMessage: of somebody else': ({ about }) => ({ params: { id: about.id } }),
  addReaction: ({ about }) => ({ params: { id: about.id, emoji: '👍' } }),
  removeReaction: ({ about }) => ({ params: { id: about.id, emoji: '👍' } }),
  'reportMessage: of somebody else': ({ about }) => ({ params: { id: about.id }, body: { reason: 'spam' } }),
  'reportMessage: own': ({ own }) => ({ params: { id: own.id }, body: { reason: 'spam' } }),
  'blockSession: a member': ({ code, ids }) => ({ body: { room_code: code, member_id: ids.other } }),
  'blockSession: a moderator': async ({ owner, code, ids }) => {
    await owner.call('updateMember', { params: { code, id: ids.other }, body: { role: 'moderator' } });
    return { body: { room_code: code, member_id: ids.other } };
  },
  'blockSession: the owner': ({ code, ids }) => ({ body: { room_code: code, member_id: ids.owner } }),
  unblockSession: blockedOther,
  listBlocks: ({ code }) => ({ query: { room_code: code } }),
  'listReports: of the room': ({ code }) => ({ query: { room_code: code } }),
  'listReports: of all own rooms': () => ({}),
  resolveReport: async (world) => ({ params: { id: await aReport(world) }, body: { action: 'delete_message' } }),

  adminLogin: () => ({ body: { username: 'op', password: PASSWORD } }),
  adminLogout: () => ({}),
  adminConfirm: () => ({ body: { password: PASSWORD } }),
  adminMe: () => ({}),
  adminListSessions: () => ({}),
  adminRevokeSession: async () => {
    await signIn(server);
    const { sessions } = await operator.call('adminListSessions');
    return { params: { id: sessions.find(({ current }) => !current)?.id ?? '' } };
  },
  adminStartTotp: () => ({}),
  // Allowed, and then refused for its code: a right one is tried in operator-account.test.ts.
  adminEnableTotp: () => ({ body: { code: 'not a code' } }),
  adminDisableTotp: () => ({}),
  adminStats: () => ({}),
  adminRooms: () => ({}),
  adminSearchRooms: () => ({ body: { query: 'room' } }),
  adminRoom: ({ code }) => ({ params: { code } }),
  adminUpdateRoom: ({ code }) => ({ params: { code }, body: { locked: true } }),
  adminBurnRoom: ({ code }) => ({ params: { code } }),
  adminMessages: ({ code }) => ({ params: { code } }),
  adminDeleteMessage: ({ about }) => ({ params: { id: about.id } }),
  adminReports: () => ({}),
  adminReport: async (world) => ({ params: { id: await aReport(world) } }),
  adminResolveReport: async (world) => ({ params: { id: await aReport(world) }, body: { action: 'ban_session' } }),
  adminNoteReport: async (world) => ({ params: { id: await aReport(world) }, body: { note: 'seen' } }),
  adminSessions: () => ({}),
  adminSearchSessions: () => ({ body: { query: 'person' } }),
  adminBan: ({ other }) => ({ params: { id: other.sessionId }, body: {} }),
  adminUnban: async ({ other }) => {
    await operator.call('adminBan', { params: { id: other.sessionId }, body: {} });
    return { params: { id: other.sessionId } };
  },
  adminAudit: () => ({}),
  adminAuditExport: () => ({}),
  adminAuditVerify: () => ({}),
  adminSettings: () => ({}),
  adminUpdateSettings: () => ({ body: { notice: 'Tried' } }),
};

/** What came of it: `yes`, or the code of the refusal. */
async function outcome(world: World, actor: Actor, name: RouteName, attempt: Attempt): Promise<string> {
  const { method, path } = routes[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(attempt.params?.[key] ?? ''));
  const query = new URLSearchParams(
    Object.entries(attempt.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  );
  const response = await fetch(`${server.url}${filled}?${query}`, {
    method: method.toUpperCase(),
    headers: {
      Origin: server.url,
      ...(world.token === '' ? {} : { Authorization: `Bearer ${world.token}` }),
      ...(actor === 'operator' ? { Cookie: operator.cookie } : {}),
      ...(attempt.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(attempt.body === undefined ? {} : { body: JSON.stringify(attempt.body) }),
  });
  const text = await response.text();
  if (response.ok) return 'yes';
  return (JSON.parse(text) as { code: string }).code;
}

for (const [row, attempt] of Object.entries(TRIES) as [CallRow, (world: World) => Attempt | Promise<Attempt>][]) {
  test(`who may ${row}`, async () => {
    const expected: Row = WHO_MAY[row];
    const seen: Partial<Record<Actor, string>> = {};
    for (const actor of ACTORS) {
      const world = await aWorld(actor);
      // The actor may be who the row is about: an owner's report needs another reporter.
      const tried = await attempt(world);
      seen[actor] = await outcome(world, actor, row.split(': ')[0] as RouteName, tried);
      if (row === 'adminLogout' && actor === 'operator') operator = await signIn(server);
    }
    const allowed = (verdict: Verdict) =>
      row === 'adminEnableTotp' && verdict === 'yes' ? 'invalid_request' : verdict;
    expect(seen).toEqual(Object.fromEntries(ACTORS.map((actor) => [actor, allowed(expected[actor])])));
  });
}

test('who may connect', async () => {
  const seen: Partial<Record<Actor, string>> = {};
  for (const actor of ACTORS) {
    const { code, token } = await aWorld(actor);
    const headers = actor === 'operator' ? [`Cookie: ${operator.cookie}`] : [`Authorization: Bearer ${token}`];
    const response = await refusedUpgrade(server, `/ws/chat/${code}/`, headers);
    seen[actor] = response.status === 101 ? 'yes' : ((await response.json()) as { code: string }).code;
  }
  expect(seen).toEqual(WHO_MAY.connect);
});

type FrameRow = Extract<keyof typeof WHO_MAY, `frame ${string}`>;

const FRAMES: Record<FrameRow, (world: World) => ClientFrame> = {
  'frame chat_message': () => ({ type: 'chat_message', content: 'Hello' }),
  'frame edit_message: own': ({ own }) => ({ type: 'edit_message', id: own.id, content: 'changed' }),
  'frame edit_message: of somebody else': ({ about }) => ({ type: 'edit_message', id: about.id, content: 'changed' }),
  'frame delete_message: own': ({ own }) => ({ type: 'delete_message', id: own.id }),
  'frame delete_message: of somebody else': ({ about }) => ({ type: 'delete_message', id: about.id }),
  'frame react': ({ about }) => ({ type: 'react', id: about.id, emoji: '👍', on: true }),
  'frame typing': () => ({ type: 'typing' }),
  'frame ping': () => ({ type: 'ping' }),
};

for (const [row, frame] of Object.entries(FRAMES) as [FrameRow, (world: World) => ClientFrame][]) {
  test(`who may send the ${row}`, async () => {
    const expected: Row = WHO_MAY[row];
    for (const actor of ACTORS) {
      if (!inside(actor)) {
        expect([actor, expected[actor]]).toEqual([actor, 'no socket']);
        continue;
      }
      const world = await aWorld(actor);
      const socket = await enter(server, createClient(server, world.token), world.code);
      socket.send(frame(world));
      await socket.settled();
      const refusal = socket.frames.find((one) => one.type === 'error');
      expect([actor, refusal?.code ?? 'yes']).toEqual([actor, expected[actor]]);
      await socket.close();
    }
  });
}

test('no call and no frame is missing from the table', () => {
  const rows = Object.keys(WHO_MAY).map((row) => row.split(': ')[0]);
  const frames = ClientFrame.options.map(({ shape }) => `frame ${shape.type.value}`);
  expect([...Object.keys(routes), ...frames, 'connect'].filter((name) => !rows.includes(name))).toEqual([]);
});
