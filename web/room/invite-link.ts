import { printRoomCode } from '../../protocol/room-code.ts';
import { roomPath } from '../start/room-path.ts';
import { toast } from '../ui/toast.tsx';

export const inviteLink = (code: string): string => location.origin + roomPath(code);

/** Copies, and says so. False where this browser doesn't allow it; then people select and copy by hand. */
export async function copyText(text: string, said: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
    return true;
  } catch {
    toast('This browser doesn’t allow copying. Select the text and copy it.');
    return false;
  }
}

export const copyLink = (code: string) => copyText(inviteLink(code), 'Link copied');
export const copyCode = (code: string) => copyText(printRoomCode(code), 'Code copied');
