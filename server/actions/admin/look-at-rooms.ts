import { readRoomCode } from '../../../protocol/room-code.ts';
import type { Query } from '../../../protocol/routes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Member, Message } from '../../domain/types.ts';
import type { ListedRoom } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';

const MEMBERS_SHOWN = 200;

/** @param query a code, or a part of the name */
export function listRooms(
  ports: Ports,
  { sort, order, cursor, limit }: Query<'adminRooms'>,
  query = '',
): Promise<{ items: ListedRoom[]; next_cursor: string | null }> {
  const text = query.trim();
  const wanted = text === '' ? null : { code: readRoomCode(text), text };
  return pageOf(
    (after, size) => ports.store.listRooms({ sort, order, query: wanted, after, limit: size }),
    cursor,
    limit,
    ({ room, ...listed }) => cursorOf({ ...room, ...listed }[sort], room.id),
  );
}

export async function findAnyRoom(ports: Pick<Ports, 'store'>, typed: string): Promise<ListedRoom> {
  const code = readRoomCode(typed);
  const found = code === null ? null : await ports.store.listedRoom(code);
  if (found === null) throw new Refusal('not_found', { detail: 'There is no room with this code.' });
  return found;
}

export interface OpenedRoom extends ListedRoom {
  members: Member[];
  messages_stored: number;
}

/** A room with who is in it. The look is written down before anything is shown. */
export async function openRoom(ports: Ports, operator: Operator, typed: string): Promise<OpenedRoom> {
  const listed = await findAnyRoom(ports, typed);
  await ports.audit.note({ event: 'room_read', actor: actorOf(operator), subject: `room:${listed.room.id}` });
  return withMembers(ports, listed);
}

export async function withMembers(ports: Ports, listed: ListedRoom): Promise<OpenedRoom> {
  return {
    ...listed,
    members: await ports.store.firstMembers(listed.room.id, MEMBERS_SHOWN),
    // `seq` has no gaps.
    messages_stored: listed.room.last_seq - listed.room.expired_up_to_seq,
  };
}

/** What is said in an open room. The look is written down before anything is shown. */
export async function readMessages(
  ports: Ports,
  operator: Operator,
  typed: string,
  { before, limit }: Query<'adminMessages'>,
): Promise<{ room: ListedRoom['room']; messages: Message[]; has_more: boolean }> {
  const { room } = await findAnyRoom(ports, typed);
  await ports.audit.note({
    event: 'messages_read',
    actor: actorOf(operator),
    subject: `room:${room.id}`,
    details: { before: before ?? null, limit },
  });
  const order = before === undefined ? { newest: true as const, limit } : { before, limit };
  return { room, ...(await ports.store.messages(room.id, order, ports.clock.nowMs())) };
}
