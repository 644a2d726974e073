import type { RoomCode } from '../../protocol/room-code.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Member, Room, Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';

/** Who asks: a session, from a network (a keyed hash, never an address). */
export interface Caller {
  session: Session;
  network: string;
}

/**
 * The room of a code, as this session may find it. An unknown code and a replaced one are the same `not_found`, and count
 * as a failed look-up; too many of these and codes can be tried no more. Members are never held up.
 */
export async function findRoom(
  ports: Ports,
  caller: Caller,
  code: RoomCode,
): Promise<{ room: Room; member: Member | null }> {
  const found = await ports.store.findRoom(code, caller.session.id, ports.clock.nowMs());
  if (found?.member) return found;
  if (found?.blocked) throw new Refusal('blocked', { detail: 'You are blocked from this room.' });
  const allowance = await ports.limiter.peek('lookup', caller.network);
  if (!allowance.allowed) throw tooManyLookups(allowance.retryAfterSeconds);
  if (found === null || !found.codeIsCurrent) {
    await ports.limiter.consume('lookup', caller.network);
    throw new Refusal('not_found', { detail: 'There is no room with this code.' });
  }
  return found;
}

/** The room and the caller's membership in it. */
export async function findOwnRoom(
  ports: Ports,
  caller: Caller,
  code: RoomCode,
): Promise<{ room: Room; member: Member }> {
  const { room, member } = await findRoom(ports, caller, code);
  if (member === null) throw new Refusal('not_found', { detail: 'You are not in this room.' });
  return { room, member };
}

function tooManyLookups(retryAfterSeconds: number): Refusal {
  return new Refusal('rate_limited', {
    detail: 'Too many tries with wrong codes from this network.',
    retryAfterSeconds,
  });
}
