/** The browser's side of the wire: JSON from our own server, so its kind is checked and its fields are trusted. */
import type { ServerFrame } from '../../protocol/frames.ts';

const KNOWN: Record<ServerFrame['type'], true> = {
  welcome: true,
  history: true,
  chat_message: true,
  message_edited: true,
  message_deleted: true,
  messages_expired: true,
  reaction: true,
  presence: true,
  typing: true,
  room_updated: true,
  member_updated: true,
  report_opened: true,
  report_resolved: true,
  error: true,
  pong: true,
};

/** Null for what isn't a frame or is of a kind that this version doesn't know: the server may add kinds. */
export function readFrame(text: string): ServerFrame | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  return isFrame(parsed) ? parsed : null;
}

function isFrame(parsed: unknown): parsed is ServerFrame {
  if (typeof parsed !== 'object' || parsed === null || !('type' in parsed)) return false;
  return typeof parsed.type === 'string' && Object.hasOwn(KNOWN, parsed.type);
}
