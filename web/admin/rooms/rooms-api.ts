import type { RoomDetail, RoomEntry } from '../../../protocol/admin-objects.ts';
import type { Message } from '../../../protocol/objects.ts';
import type { Body } from '../../../protocol/routes.ts';
import { call } from '../../api.ts';
import { queryClient } from '../queries.ts';
import type { ListPage } from '../table/use-pages.ts';

type Search = Body<'adminSearchRooms'>;
export type RoomSort = Search['sort'];

export interface RoomFilter {
  sort: RoomSort;
  order: Search['order'];
  query: string;
}

export interface MessagesPage {
  messages: Message[];
  has_more: boolean;
}

const ROOMS = 'rooms';
const DETAIL = 'room';

export const roomsKey = (filter: RoomFilter) => [ROOMS, filter] as const;
export const roomKey = (code: string) => [DETAIL, code] as const;
export const messagesKey = (code: string) => ['messages', code] as const;

/** One page of rooms. */
export async function findRooms(
  { query, ...filter }: RoomFilter,
  cursor: string | undefined,
): Promise<ListPage<RoomEntry>> {
  const body = { ...filter, ...(query === '' ? {} : { query }), ...(cursor === undefined ? {} : { cursor }) };
  const answer = await call<{ rooms: RoomEntry[]; next_cursor: string | null }>(
    'POST',
    '/api/admin/rooms/search/',
    body,
  );
  return { rows: answer.rooms, next_cursor: answer.next_cursor };
}

/** A room and its members: the server notes the look. */
export const readRoom = (code: string) => call<{ room: RoomDetail }>('GET', path(code)).then(({ room }) => room);

export async function changeRoom(code: string, change: Body<'adminUpdateRoom'>): Promise<void> {
  const { room } = await call<{ room: RoomDetail }>('PATCH', path(code), change);
  // Only where it is open: what was never asked for must not look as if it had been.
  if (queryClient.getQueryData(roomKey(code)) !== undefined) queryClient.setQueryData(roomKey(code), room);
  const { messages_stored: _stored, members: _members, ...entry } = room;
  queryClient.setQueriesData<ListPage<RoomEntry>>({ queryKey: [ROOMS] }, (page) =>
    page === undefined ? page : { ...page, rows: page.rows.map((row) => (row.id === entry.id ? entry : row)) },
  );
}

/** Asks for the password where it is too long ago. */
export async function burnRoom(code: string): Promise<void> {
  await call<void>('DELETE', path(code));
  queryClient.setQueriesData<ListPage<RoomEntry>>({ queryKey: [ROOMS] }, (page) =>
    page === undefined ? page : { ...page, rows: page.rows.filter((row) => row.code !== code) },
  );
  void queryClient.invalidateQueries({ queryKey: [ROOMS] });
  void queryClient.invalidateQueries({ queryKey: ['stats'] });
}

/** A page of what was said in an open room: the newest, or those before a `seq`. The server notes the look. */
export const readMessages = (code: string, before: number | null) =>
  call<MessagesPage>('GET', `${path(code)}messages/?limit=50${before === null ? '' : `&before=${before}`}`);

/** Asks for the password where it is too long ago. */
export const deleteMessage = (id: string) => call<void>('DELETE', `/api/admin/messages/${encodeURIComponent(id)}/`);

const path = (code: string) => `/api/admin/rooms/${encodeURIComponent(code)}/`;
