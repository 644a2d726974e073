import { CLOSE } from '../../../protocol/errors.ts';
import type { Query } from '../../../protocol/routes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ban, SessionId } from '../../domain/types.ts';
import type { ListedSession } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';
import { leaveAs } from '../leave-room.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';

/** @param query an id, or a part of the nickname */
export async function listSessions(
  ports: Ports,
  { state, sort, order, cursor, limit }: Query<'adminSessions'>,
  query = '',
): Promise<{ items: ListedSession[]; next_cursor: string | null }> {
  const text = query.trim();
  const only =
    state === 'banned'
      ? 'banned'
      : state === 'connected'
        ? [...(await ports.presence.socketsBySession()).keys()]
        : null;
  if (Array.isArray(only) && only.length === 0) return { items: [], next_cursor: null };
  return pageOf(
    (after, size) =>
      ports.store.listSessions({
        sort,
        order,
        query: text === '' ? null : text,
        only,
        after,
        limit: size,
        nowMs: ports.clock.nowMs(),
      }),
    cursor,
    limit,
    ({ session }) => cursorOf(session[sort], session.id),
  );
}

/**
 * Keeps a session out of everything, for a time or for good: it leaves every room (what it owned is handed over), and its
 * sockets close.
 */
export async function banSession(
  ports: Ports,
  operator: Operator,
  id: string,
  { reason, duration_seconds }: { reason?: string | undefined; duration_seconds?: number | undefined },
): Promise<Ban> {
  const sessionId = id as SessionId;
  const nowMs = ports.clock.nowMs();
  const ban: Ban = {
    reason: reason ?? '',
    banned_at: nowMs,
    banned_until: duration_seconds === undefined ? null : nowMs + duration_seconds * 1000,
  };
  if ((await ports.store.findSession(sessionId)) === null) throw noSession();
  await ports.audit.note({
    event: 'session_banned',
    actor: actorOf(operator),
    subject: `session:${id}`,
    details: { duration_seconds: duration_seconds ?? null },
  });
  if (!(await ports.store.banSession(sessionId, ban))) throw noSession();
  await ports.bus.closeSession(sessionId, CLOSE.blocked);
  for (const { member } of await ports.store.roomsOf(sessionId)) await leaveAs(ports, member.id, CLOSE.blocked);
  return ban;
}

export async function unbanSession(ports: Ports, operator: Operator, id: string): Promise<void> {
  const session = await ports.store.findSession(id as SessionId);
  if (session === null || session.ban === null) {
    throw new Refusal('not_found', { detail: 'There is no such session, or it isn’t banned.' });
  }
  await ports.audit.note({ event: 'session_unbanned', actor: actorOf(operator), subject: `session:${id}` });
  await ports.store.unbanSession(session.id);
}

const noSession = () => new Refusal('not_found', { detail: 'There is no such session, or it has ended.' });
