import type { Ban, SessionEntry } from '../../../protocol/admin-objects.ts';
import type { Body } from '../../../protocol/routes.ts';
import { call } from '../../api.ts';
import { queryClient } from '../queries.ts';
import type { ListPage } from '../table/use-pages.ts';

type Search = Body<'adminSearchSessions'>;
export type SessionState = Search['state'];
export type SessionSort = Search['sort'];
export type BanOrder = Body<'adminBan'>;

const SESSIONS = 'sessions';

export interface SessionFilter {
  state: SessionState;
  sort: SessionSort;
  order: Search['order'];
  query: string;
}

export const sessionsKey = (filter: SessionFilter) => [SESSIONS, filter] as const;

/** One page of sessions. */
export async function findSessions(
  { query, ...filter }: SessionFilter,
  cursor: string | undefined,
): Promise<ListPage<SessionEntry>> {
  const body = { ...filter, ...(query === '' ? {} : { query }), ...(cursor === undefined ? {} : { cursor }) };
  const answer = await call<{ sessions: SessionEntry[]; next_cursor: string | null }>(
    'POST',
    '/api/admin/sessions/search/',
    body,
  );
  return { rows: answer.sessions, next_cursor: answer.next_cursor };
}

/** Bans a session, and shows it so in every list at once. Asks for the password where it is too long ago. */
export async function banSession(id: string, order: BanOrder): Promise<void> {
  const { ban } = await call<{ ban: Ban }>('POST', `${path(id)}ban/`, order);
  note(id, { ban, sockets: 0, room_count: 0 });
}

export async function unbanSession(id: string): Promise<void> {
  await call<void>('POST', `${path(id)}unban/`);
  note(id, { ban: null });
}

const path = (id: string) => `/api/admin/sessions/${encodeURIComponent(id)}/`;

function note(id: string, change: Partial<SessionEntry>): void {
  queryClient.setQueriesData<ListPage<SessionEntry>>({ queryKey: [SESSIONS] }, (page) =>
    page === undefined
      ? page
      : { ...page, rows: page.rows.map((session) => (session.id === id ? { ...session, ...change } : session)) },
  );
  void queryClient.invalidateQueries({ queryKey: [SESSIONS] });
}
