/** What this person may do, as the server will see it too: buttons that would be refused aren't shown. */
import { EDIT_WINDOW_SECONDS } from '../../protocol/limits.ts';
import type { Member, Message } from '../../protocol/objects.ts';
import { createdMs } from './time.ts';

export const mayModerate = (me: Member | null): boolean => me !== null && me.role !== 'member';

export function mayEdit(me: Member | null, message: Message, nowMs: number): boolean {
  return message.member_id === me?.id && !message.deleted && nowMs < createdMs(message) + EDIT_WINDOW_SECONDS * 1000;
}

export function mayDelete(me: Member | null, message: Message): boolean {
  return !message.deleted && (message.member_id === me?.id || mayModerate(me));
}
