import type { Body } from '../../protocol/routes.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotModerate } from '../domain/roles.ts';
import type { MemberId } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

/** Lifts a block: they may enter again, with the code as it is now. */
export async function unblockMember(ports: Ports, caller: Caller, order: Body<'unblockSession'>): Promise<void> {
  const { room, member } = await findOwnRoom(ports, caller, order.room_code);
  refuseIf(whyNotModerate(member));
  if (!(await ports.store.unblock(room.id, order.member_id as MemberId))) {
    throw new Refusal('not_found', { detail: 'This member isn’t blocked.' });
  }
  await ports.audit.note({
    event: 'member_unblocked',
    actor: `member:${member.id}`,
    subject: `member:${order.member_id}`,
    details: { room: room.id },
  });
}
