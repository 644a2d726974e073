/** Rooms, members and messages for the tests of this folder. */
import type { Member, Message, Room } from '../../protocol/objects.ts';

export const ME = 'm-me';
export const T0 = Date.parse('2026-03-01T12:00:00.000Z');

export function aMessage(fields: Partial<Message> = {}): Message {
  const seq = fields.seq ?? 1;
  return {
    id: `id${seq}`,
    room_code: 'K7QM3F9TXW2A',
    seq,
    member_id: 'm-1',
    nickname: 'Salt Wind',
    content: `text ${seq}`,
    client_id: null,
    reply_to: null,
    created_at: new Date(T0 + seq * 1000).toISOString(),
    edited_at: null,
    deleted: false,
    deleted_by: null,
    expires_at: new Date(T0 + seq * 1000 + 86_400_000).toISOString(),
    reactions: [],
    ...fields,
  };
}

export function aMember(fields: Partial<Member> = {}): Member {
  return {
    id: 'm-1',
    nickname: 'Salt Wind',
    role: 'member',
    joined_at: new Date(T0).toISOString(),
    online: true,
    ...fields,
  };
}

export function aRoom(fields: Partial<Room> = {}): Room {
  return {
    code: 'K7QM3F9TXW2A',
    name: 'Stairwell C',
    kind: 'open',
    retention_seconds: 86_400,
    slow_mode_seconds: 0,
    locked: false,
    member_count: 2,
    online_count: 2,
    created_at: new Date(T0).toISOString(),
    last_seq: 0,
    me: { member_id: ME, role: 'member', blocked: false },
    ...fields,
  };
}
