import type { Hono } from 'hono';
import { type RoomCode, readRoomCode } from '../../protocol/room-code.ts';
import { burnRoom } from '../actions/burn-room.ts';
import { changeRoom } from '../actions/change-room.ts';
import { createRoom } from '../actions/create-room.ts';
import { findOwnRoom, findRoom } from '../actions/find-room.ts';
import { giveRole } from '../actions/give-role.ts';
import { joinRoom } from '../actions/join-room.ts';
import { leaveRoom } from '../actions/leave-room.ts';
import { rotateCode } from '../actions/rotate-code.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Member, Room } from '../domain/types.ts';
import { memberToWire, messageToWire, previewToWire, type RoomCounts, roomToWire } from '../domain/wire.ts';
import type { Edge } from '../edge/visitor.ts';
import { type AppEnv, mount } from './mount.ts';

export function mountRooms(app: Hono<AppEnv>, edge: Edge): void {
  const { ports } = edge;

  const countsOf = async (room: Room): Promise<RoomCounts> => ({
    member_count: await ports.store.memberCount(room.id),
    online_count: await ports.presence.onlineCount(room.id),
  });
  const shown = async (room: Room, member: Member) => roomToWire(room, await countsOf(room), member);
  const shownMember = async (member: Member) =>
    memberToWire(member, (await ports.presence.online(member.room_id)).has(member.id));

  mount(app, edge, 'createRoom', async ({ caller, body }) => {
    const { room, member } = await createRoom(ports, caller, body);
    return { status: 201, body: { room: await shown(room, member), member: await shownMember(member) } };
  });

  mount(app, edge, 'joinRoom', async ({ caller, body }) => {
    const { room, member } = await joinRoom(ports, caller, body);
    return { status: 200, body: { room: await shown(room, member), member: await shownMember(member) } };
  });

  mount(app, edge, 'listRooms', async ({ caller }) => {
    const own = await ports.store.roomsOf(caller.session.id);
    return { status: 200, body: { rooms: await Promise.all(own.map(({ room, member }) => shown(room, member))) } };
  });

  mount(app, edge, 'getRoom', async ({ caller, params }) => {
    const { room, member } = await findRoom(ports, caller, codeIn(params.code));
    const body = member === null ? previewToWire(room, await countsOf(room)) : await shown(room, member);
    return { status: 200, body: { room: body } };
  });

  mount(app, edge, 'updateRoom', async ({ caller, params, body }) => {
    const { room, member } = await changeRoom(ports, caller, codeIn(params.code), body);
    return { status: 200, body: { room: await shown(room, member) } };
  });

  mount(app, edge, 'burnRoom', async ({ caller, params }) => {
    await burnRoom(ports, caller, codeIn(params.code));
    return { status: 204, body: null };
  });

  mount(app, edge, 'rotateCode', async ({ caller, params }) => {
    const { room, member } = await rotateCode(ports, caller, codeIn(params.code));
    return { status: 200, body: { room: await shown(room, member) } };
  });

  mount(app, edge, 'leaveRoom', async ({ caller, params }) => {
    await leaveRoom(ports, caller, codeIn(params.code));
    return { status: 204, body: null };
  });

  mount(app, edge, 'listMembers', async ({ caller, params }) => {
    const { room } = await findOwnRoom(ports, caller, codeIn(params.code));
    const online = await ports.presence.online(room.id);
    const members = await ports.store.members(room.id);
    return { status: 200, body: { members: members.map((member) => memberToWire(member, online.has(member.id))) } };
  });

  mount(app, edge, 'updateMember', async ({ caller, params, body }) => {
    const member = await giveRole(ports, caller, { code: codeIn(params.code), id: params.id, role: body.role });
    return { status: 200, body: { member: await shownMember(member) } };
  });

  mount(app, edge, 'listMessages', async ({ caller, params, query: { limit, before, after } }) => {
    const { room } = await findOwnRoom(ports, caller, codeIn(params.code));
    const order =
      after !== undefined
        ? { after, limit }
        : before !== undefined
          ? { before, limit }
          : { newest: true as const, limit };
    const page = await ports.store.messages(room.id, order, ports.clock.nowMs());
    const messages = page.messages.map((message) => messageToWire(message, room));
    return { status: 200, body: { messages, has_more: page.has_more } };
  });
}

/** What can't be a code is the same `not_found` as a code that nobody has. */
function codeIn(typed: string): RoomCode {
  const code = readRoomCode(typed);
  if (code === null) throw new Refusal('not_found', { detail: 'There is no room with this code.' });
  return code;
}
