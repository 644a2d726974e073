import { SLOW_MODE_SECONDS } from '../../protocol/limits.ts';
import { makeRoomCode, printRoomCode } from '../../protocol/room-code.ts';
import type { Body } from '../../protocol/routes.ts';
import { makeMemberId, makeRoomId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Member, Room } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { checkRetention } from './check-retention.ts';
import { checkWords } from './check-words.ts';
import type { Caller } from './find-room.ts';
import { withinLimit } from './limit.ts';

/** Makes a room; the caller is its owner. */
export async function createRoom(
  ports: Ports,
  caller: Caller,
  order: Body<'createRoom'>,
): Promise<{ room: Room; member: Member }> {
  const settings = ports.rules.settings();
  if (!settings.room_creation) {
    throw new Refusal('forbidden', { detail: 'This server takes no new rooms right now.' });
  }
  checkWords(ports, { name: order.name, nickname: order.nickname });
  checkRetention(ports, order.retention_seconds);
  await withinLimit(ports, 'room', caller.network, 'Too many new rooms from this network.');
  const nowMs = ports.clock.nowMs();
  const code = makeRoomCode(ports.random);
  const room: Room = {
    id: makeRoomId(ports.random),
    code,
    name: order.name ?? printRoomCode(code),
    kind: 'open',
    retention_seconds: order.retention_seconds ?? settings.retention_default_seconds,
    slow_mode_seconds: order.slow_mode_seconds ?? SLOW_MODE_SECONDS.default,
    locked: order.locked ?? false,
    created_at: nowMs,
    last_seq: 0,
    expired_up_to_seq: 0,
  };
  const member: Member = {
    id: makeMemberId(ports.random),
    room_id: room.id,
    session_id: caller.session.id,
    nickname: order.nickname ?? caller.session.nickname,
    role: 'owner',
    joined_at: nowMs,
  };
  await ports.store.createRoom(room, member);
  // By the member, not the session: what rooms somebody made can't be read from the log once they are gone.
  await ports.audit.note({ event: 'room_created', actor: `member:${member.id}`, subject: `room:${room.id}` });
  return { room, member };
}
