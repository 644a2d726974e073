/** Whom and what this person may report or keep out, as the server will see it too. Apart, as only menus and panels ask. */
import type { Member, Message } from '../../protocol/objects.ts';
import { mayModerate } from './may.ts';

export function mayReport(me: Member | null, message: Message): boolean {
  return !message.deleted && message.member_id !== me?.id;
}

/** @param role of whom it is about; undefined where they are not known to the room any more, or in a large one have none */
export function mayBlock(me: Member | null, memberId: string, role: Member['role'] | undefined): boolean {
  return mayModerate(me) && memberId !== me?.id && role !== 'owner';
}
