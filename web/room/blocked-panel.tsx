import { useState } from 'react';
import type { Block, Member, Room } from '../../protocol/objects.ts';
import { ApiError } from '../api.ts';
import { unblockSession } from '../moderation-api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { toast } from '../ui/toast.tsx';
import { ago, untilWhen } from './ago.ts';
import type { Blocks } from './use-blocks.ts';

interface BlockedPanelProps {
  room: Room;
  me: Member;
  nowMs: number;
  blocks: Blocks;
}

/** Who is kept out of the room, by whom and for how long. */
export function BlockedPanel({ room, me, nowMs, blocks }: BlockedPanelProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { list } = blocks;

  const unblock = async ({ member_id }: Block) => {
    if (busy !== null) return;
    setBusy(member_id);
    setError(null);
    try {
      await unblockSession(room.code, member_id);
      toast('Unblocked. They can come in with the room’s code.');
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      if (refused.code !== 'not_found') setError(refused.detail);
    } finally {
      setBusy(null);
      blocks.reload();
    }
  };

  return (
    <>
      {error !== null && (
        <div className="mb-3">
          <Note tone="bad">{error}</Note>
        </div>
      )}
      {blocks.error !== null && (
        <div className="mb-3">
          <Note tone="bad">{blocks.error}</Note>
          <Button className="mt-2" onClick={blocks.reload}>
            Try again
          </Button>
        </div>
      )}
      {list === null && blocks.error === null && (
        <p role="status" className="text-sm text-ink-3">
          Loading…
        </p>
      )}
      {list?.length === 0 && (
        <div className="py-6 text-center">
          <p className="font-medium">Nobody is blocked</p>
          <p className="mt-1 text-sm text-pretty text-ink-3">
            To block somebody, open their menu under People, or the menu of something they wrote.
          </p>
        </div>
      )}
      <ul>
        {list?.map((block) => (
          <li key={block.member_id} className="flex items-center gap-3 border-b border-line py-3 first:pt-0">
            <Avatar memberId={block.member_id} size={36} className="self-start" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">
                <bdi>{block.nickname}</bdi>
              </p>
              <p className="text-xs wrap-anywhere text-ink-3">
                {block.expires_at === null ? 'For good' : `Until ${untilWhen(Date.parse(block.expires_at), nowMs)}`}.
                Blocked by {block.blocked_by === me.nickname ? 'you' : <bdi>{block.blocked_by}</bdi>},{' '}
                {ago(Date.parse(block.created_at), nowMs)}
              </p>
              {block.reason !== '' && (
                <p dir="auto" className="mt-1 text-sm wrap-anywhere whitespace-pre-line text-ink-2">
                  {block.reason}
                </p>
              )}
            </div>
            <Button
              size="sm"
              aria-label={`Unblock ${block.nickname}`}
              busy={busy === block.member_id && '…'}
              onClick={() => void unblock(block)}
            >
              Unblock
            </Button>
          </li>
        ))}
      </ul>
      {list !== null && list.length > 0 && (
        <p className="mt-3 text-sm text-pretty text-ink-3">
          Who is unblocked needs the room’s present code to come in again. A block holds one session: whoever knows the
          code could come back as somebody new, so replace the code under Invite if they still have it.
        </p>
      )}
    </>
  );
}
