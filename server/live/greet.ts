import { CLOSE } from '../../protocol/errors.ts';
import { FULL_MEMBER_LIST_MAX, MESSAGES_PER_PAGE, PROTOCOL_VERSION } from '../../protocol/limits.ts';
import type { Member, Room } from '../domain/types.ts';
import { memberToWire, messageToWire, roomToWire } from '../domain/wire.ts';
import type { Page, Ports } from '../ports.ts';
import type { LiveParts, SocketData } from './connection.ts';
import type { LiveSocket } from './hub.ts';

/** `welcome`, then `history`, then everything live; nothing that is committed meanwhile is missed. */
export async function greet(
  { ports, hub }: LiveParts,
  { room, member, after, caller }: SocketData,
  socket: LiveSocket,
  isOpen: () => boolean,
): Promise<void> {
  // Read before the page: what is committed in between then stands in the page, or after it.
  const seqBefore = await ports.store.lastSeq(room.id);
  const page = await ports.store.messages(
    room.id,
    after === null ? { newest: true, limit: MESSAGES_PER_PAGE.default } : { after, limit: MESSAGES_PER_PAGE.max },
    ports.clock.nowMs(),
  );
  const last_seq = Math.max(seqBefore, page.messages.at(-1)?.seq ?? 0);
  const members = await membersToName(ports, room);
  const online = new Set(await ports.presence.online(room.id)).add(member.id);
  const counts = { member_count: await ports.store.memberCount(room.id), online_count: online.size };
  if (!isOpen()) return;

  hub.attach(socket, room);
  socket.send({
    type: 'welcome',
    protocol: PROTOCOL_VERSION,
    room: { ...roomToWire(room, counts, member), last_seq },
    member: memberToWire(member, true),
    members: members.map((other) => memberToWire(other, online.has(other.id))),
    last_seq,
    resumed_from: after,
  });
  sendHistory(socket, room, page);

  // Between the page and `attach` somebody may have written, changed the room, or ended this membership.
  const now = await ports.store.findRoom(room.code, caller.session.id, ports.clock.nowMs());
  if (now === null) return socket.close(CLOSE.room_gone, 'This room is gone');
  if (now.blocked) return socket.close(CLOSE.blocked, 'You are blocked from this room');
  if (now.member === null) return socket.close(CLOSE.left, 'You are not in this room any more');
  // A role that was given meanwhile.
  socket.member = now.member;
  if ((after === null || !page.has_more) && now.room.last_seq > last_seq) {
    const missed = { after: last_seq, limit: MESSAGES_PER_PAGE.max };
    sendHistory(socket, room, await ports.store.messages(room.id, missed, ports.clock.nowMs()));
  }
}

function sendHistory(socket: LiveSocket, room: Room, page: Page): void {
  const messages = page.messages.map((message) => messageToWire(message, room));
  socket.send({ type: 'history', messages, has_more: page.has_more });
}

async function membersToName(ports: Ports, room: Room): Promise<Member[]> {
  const count = await ports.store.memberCount(room.id);
  return count > FULL_MEMBER_LIST_MAX ? ports.store.keepers(room.id) : ports.store.members(room.id);
}
