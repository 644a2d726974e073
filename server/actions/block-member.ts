import { CLOSE } from '../../protocol/errors.ts';
import { makeRoomCode } from '../../protocol/room-code.ts';
import type { Body } from '../../protocol/routes.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotBlock } from '../domain/roles.ts';
import type { Block, Member, MemberId, Room } from '../domain/types.ts';
import type { ReportInRoom } from '../ports/moderation-store.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

type Order = Omit<Body<'blockSession'>, 'room_code'>;

/** Puts a member out of the room and keeps their session out. */
export async function blockMember(
  ports: Ports,
  caller: Caller,
  { room_code, ...order }: Body<'blockSession'>,
): Promise<{ block: Block; room: Room }> {
  const { room, member } = await findOwnRoom(ports, caller, room_code);
  return blockIn(ports, room, { by: 'member', member }, order);
}

/** Who blocks: somebody of the same room, or the operator, who is named by no nickname. */
export type Blocker = { by: 'member'; member: Member } | { by: 'operator'; actor: string };

export async function blockIn(
  ports: Ports,
  room: Room,
  blocker: Blocker,
  order: Order,
): Promise<{ block: Block; room: Room }> {
  const memberId = order.member_id as MemberId;
  if (blocker.by === 'member') {
    const { member } = blocker;
    const other = await ports.store.member(room.id, memberId);
    refuseIf(whyNotBlock(member, other), member.id === memberId ? 'You can’t block yourself.' : undefined);
  }
  const nowMs = ports.clock.nowMs();
  const blocked = await ports.store.block({
    room_id: room.id,
    member_id: memberId,
    reason: order.reason ?? '',
    blocked_by: blocker.by === 'member' ? blocker.member.nickname : 'the operator of this server',
    created_at: nowMs,
    expires_at: order.duration_seconds === undefined ? null : nowMs + order.duration_seconds * 1000,
    deleteMessages: order.delete_messages ?? false,
    newCode: order.rotate_code ? makeRoomCode(ports.random) : null,
  });
  if (blocked === 'owner') throw new Refusal('forbidden', { detail: 'Nobody blocks the owner.' });
  if (blocked === null) throw new Refusal('not_found', { detail: 'There is no such member.' });

  // First: whoever is out hears nothing of the rest, least of all the new code.
  for (const { id } of blocked.left) {
    await ports.bus.publish(room.id, { type: 'member_left', member_id: id, close: CLOSE.blocked });
  }
  for (const { id, seq } of blocked.deleted) {
    const frame = { type: 'message_deleted', id, seq, deleted_by: 'moderator' } as const;
    await ports.bus.publish(room.id, { type: 'frame', frame });
  }
  if (order.rotate_code) await ports.bus.publish(room.id, { type: 'room_changed', room: blocked.room });
  await ports.audit.note({
    event: 'member_blocked',
    actor: blocker.by === 'member' ? `member:${blocker.member.id}` : blocker.actor,
    subject: `member:${memberId}`,
    details: {
      room: room.id,
      duration_seconds: order.duration_seconds ?? null,
      delete_messages: order.delete_messages ?? false,
      rotate_code: order.rotate_code ?? false,
    },
  });
  return blocked;
}

/**
 * Blocks who wrote a reported message. Who is kept out already stays so for as long as was chosen, and where nobody is left to
 * be kept out (their session has ended) there is nothing to do.
 */
export async function blockAuthor(
  ports: Ports,
  { report, room }: ReportInRoom,
  blocker: Blocker,
  duration_seconds?: number,
): Promise<void> {
  const { member_id } = report.message;
  const holding = await ports.store.blocks(room.id, ports.clock.nowMs());
  const isOut = holding.some((block) => block.member_id === member_id || block.session_id === report.author_session_id);
  if (isOut) return;
  await blockIn(ports, room, blocker, { member_id, duration_seconds }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
  });
}
