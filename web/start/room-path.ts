import { printRoomCode } from '../../protocol/room-code.ts';

/** The address of a room in this page. The code stands in the fragment, which no server and no proxy sees. */
export function roomPath(code: string): string {
  return `/r/#${printRoomCode(code)}`;
}
