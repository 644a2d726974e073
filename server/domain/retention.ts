import type { EpochMs, Room } from './types.ts';

/** A message is gone for readers from this moment on. */
export function expiresAt(message: { created_at: EpochMs }, room: { retention_seconds: number }): EpochMs {
  return message.created_at + room.retention_seconds * 1000;
}

/** Of a room's messages, those made at or before this moment are gone. */
export function goneSince(room: { retention_seconds: number }, nowMs: EpochMs): EpochMs {
  return nowMs - room.retention_seconds * 1000;
}

export function isGone(message: { seq: number; created_at: EpochMs }, room: Room, nowMs: EpochMs): boolean {
  return message.seq <= room.expired_up_to_seq || message.created_at <= goneSince(room, nowMs);
}
