import { Link } from 'wouter';
import { printRoomCode, type RoomCode } from '../../protocol/room-code.ts';
import type { ApiError } from '../api.ts';
import { JoinForm } from '../start/join-form.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { BanIcon, ClockIcon, FlameIcon, LockIcon, OfflineIcon, SearchIcon, WarnIcon } from '../ui/icons.tsx';
import { StatePage } from '../ui/state-page.tsx';
import { LimitedPage } from './limited-page.tsx';

interface RefusalPageProps {
  error: Pick<ApiError, 'code' | 'detail' | 'retryAfterSeconds'>;
  /** The room that it is about. */
  code?: RoomCode | null;
  /** Trying again is under way. */
  busy?: boolean;
  /** Tries again, with the same code or another one. */
  onTry: (code: RoomCode) => void;
  /** Back to the start, where this page is one of its states; a link there otherwise. */
  onBack?: () => void;
}

/** Why somebody can't get on, in words, and what they can do. */
export function RefusalPage({ error, code = null, busy = false, onTry, onBack }: RefusalPageProps) {
  const retry = () => onTry(code as RoomCode);
  const again = (
    <Button kind="solid" onClick={retry} busy={busy && 'Trying…'}>
      Try again
    </Button>
  );
  const back = <BackToStart onBack={onBack} />;
  switch (error.code) {
    case 'not_found':
      return (
        <StatePage
          icon={<SearchIcon />}
          title="No room here"
          text="The code may be mistyped, the invite may have been replaced, or the room was burned. We never say which, so that codes can’t be guessed."
        >
          <div className="mt-6 w-full">
            <JoinForm
              label="Code or link"
              labelHidden
              action="Try again"
              kind="solid"
              code={code === null ? '' : printRoomCode(code)}
              busy={busy}
              onJoin={onTry}
            />
          </div>
          <p className="mt-4">
            <Link href="/" onClick={onBack} className="touch-target">
              Create a room instead
            </Link>
          </p>
        </StatePage>
      );
    case 'room_locked':
      return (
        <StatePage
          icon={<LockIcon />}
          title="This room is locked"
          text="Nobody new can join right now. Your link still works: try again later, or ask someone inside to unlock the room."
          actions={[again, back]}
        />
      );
    case 'rate_limited':
      return <LimitedPage key={error.retryAfterSeconds} error={error} busy={busy} onTry={retry} back={back} />;
    case 'room_gone':
      return (
        <StatePage
          icon={<FlameIcon />}
          title="This room is gone"
          text="It was burned, or it was left and its last message ran out. Nothing is left to read."
          actions={<BackToStart onBack={onBack} kind="line" />}
        />
      );
    case 'blocked':
      return (
        <StatePage
          icon={<BanIcon />}
          tone="bad"
          title="You can’t join this room"
          text="Its moderators blocked you here. What you wrote stays until it vanishes, unless they deleted it. If you think that’s a mistake, ask the person who invited you."
          actions={<BackToStart onBack={onBack} kind="line" />}
        />
      );
    case 'banned':
      return (
        <StatePage
          icon={<BanIcon />}
          tone="bad"
          title="You can’t take part here"
          text="The operator of this server has banned this session, from every room on it. If you think that’s a mistake, ask whoever runs this server."
          actions={<BackToStart onBack={onBack} kind="line" />}
        />
      );
    case 'forbidden':
      return (
        <StatePage
          icon={<BanIcon />}
          title="The server doesn’t allow that"
          text={error.detail}
          actions={<BackToStart onBack={onBack} kind="line" />}
        />
      );
    case 'unauthenticated':
      return (
        <StatePage
          icon={<ClockIcon />}
          title="Your session ended"
          text="Sessions end when they haven’t been used for a while, and at the latest after some weeks. To come back, enter the room again: you’ll be somebody new there."
          actions={[again, back]}
        />
      );
    case 'unreachable':
    case 'unavailable':
      return (
        <StatePage
          icon={<OfflineIcon />}
          tone="warn"
          title="The server isn’t answering"
          text="It may be down, or your connection is. Nothing was lost: try again in a moment."
          actions={[again, back]}
        />
      );
    default:
      return (
        <StatePage
          icon={<WarnIcon />}
          tone="bad"
          title="That didn’t work"
          text={error.detail}
          actions={[again, back]}
        />
      );
  }
}

interface BackToStartProps {
  onBack: (() => void) | undefined;
  kind?: 'ghost' | 'line';
}

function BackToStart({ onBack, kind = 'ghost' }: BackToStartProps) {
  if (onBack === undefined) {
    return (
      <Link href="/" className={buttonClass({ kind })}>
        Back to start
      </Link>
    );
  }
  return (
    <Button kind={kind} onClick={onBack}>
      Back to start
    </Button>
  );
}
