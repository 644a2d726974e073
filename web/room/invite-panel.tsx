import { useState } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { printRoomCode } from '../../protocol/room-code.ts';
import { ApiError, rotateCode } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CopyIcon, ShareIcon } from '../ui/icons.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { toast } from '../ui/toast.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { copyCode, copyLink, inviteLink } from './invite-link.ts';
import { mayModerate } from './may.ts';
import type { LiveRoom } from './use-room.ts';

interface InvitePanelProps {
  live: LiveRoom;
  room: Room;
  me: Member;
}

const LABEL = 'mb-1.5 text-sm font-medium';
const HINT = 'text-sm text-ink-3';
const SECTION = 'border-line not-first:border-t py-4 first:pt-0';

/** How others get in: the code to say, the link to send, the picture to scan. */
export function InvitePanel({ live, room, me }: InvitePanelProps) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const link = inviteLink(room.code);

  const replace = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      live.client.takeRoom(await rotateCode(room.code));
      setAsking(false);
      toast('The room has a new code');
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason.detail);
    } finally {
      setBusy(false);
    }
  };
  // Closing the system's sheet is an answer too.
  const share = () => void navigator.share({ url: link }).catch(() => {});

  return (
    <>
      <section className={SECTION}>
        <h3 className={LABEL}>Room code</h3>
        <div className="flex items-center">
          <span className="min-w-0 flex-1 text-xl font-semibold tracking-[0.03em] whitespace-nowrap">
            {printRoomCode(room.code)}
          </span>
          <IconButton label="Copy code" icon={<CopyIcon />} onClick={() => void copyCode(room.code)} />
        </div>
        <p className={HINT}>
          {room.locked
            ? 'The room is locked: nobody new gets in with it right now.'
            : 'Anyone who has the code can come in and read what is here.'}
        </p>
      </section>
      <section className={SECTION}>
        <h3 className={LABEL}>Invite link</h3>
        <div className="rounded-md bg-sunken px-3 py-2.5 font-mono text-sm leading-5 tracking-normal wrap-anywhere text-ink-2">
          {link.replace(/^https?:\/\//, '')}
        </div>
        <p className={`${HINT} mt-2`}>Opening the link doesn’t send the part after #, so no log has it.</p>
        <div className="mt-3 flex gap-2">
          <Button kind="solid" icon={<CopyIcon />} className="flex-1" onClick={() => void copyLink(room.code)}>
            Copy link
          </Button>
          {'share' in navigator && (
            <Button icon={<ShareIcon />} onClick={share}>
              Share
            </Button>
          )}
        </div>
      </section>
      <section className={SECTION}>
        <h3 className={LABEL}>Scan in person</h3>
        <div className="flex items-center gap-3.5">
          <QrCode text={link} label="QR code of the invite link" />
          <p className={`${HINT} min-w-0`}>Passes the link from screen to camera, not over any network.</p>
        </div>
      </section>
      {mayModerate(me) && (
        <section className={`${SECTION} flex items-center gap-4`}>
          <div className="min-w-0 flex-1">
            <h3 className="font-medium">Replace code</h3>
            <p className={HINT}>The old code and link stop letting anyone in</p>
          </div>
          <Button onClick={() => setAsking(true)}>Replace…</Button>
        </section>
      )}
      {asking && (
        <ConfirmDialog
          title="Replace the code?"
          text="The code, link and picture that you have given away stop working for new people. Everyone who is inside stays."
          keep="Keep the code"
          act="Replace code"
          harmless
          busy={busy && 'Replacing…'}
          error={error}
          onConfirm={() => void replace()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
