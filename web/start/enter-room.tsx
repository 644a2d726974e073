import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Member, Room, RoomPreview } from '../../protocol/objects.ts';
import { printRoomCode, type RoomCode } from '../../protocol/room-code.ts';
import { ApiError, getRoom, joinRoom } from '../api.ts';
import { useSite } from '../site.ts';
import { RefusalPage } from '../states/refusal-page.tsx';
import { Button } from '../ui/button.tsx';
import { Footer } from '../ui/footer.tsx';
import { Note } from '../ui/note.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { useNickname } from './nickname.ts';
import { NicknameField } from './nickname-field.tsx';
import { NO_SESSIONS } from './no-sessions.ts';
import { useBrowser, withSession } from './session.ts';

interface EnterRoomProps {
  code: RoomCode;
  onEntered: (entered: { room: Room; member: Member }) => void;
  /** A code typed after this one led nowhere. */
  onOtherCode: (code: RoomCode) => void;
}

/** The door of a room that this browser isn't in: what it is called, and who to be in there. */
export function EnterRoom({ code, onEntered, onOtherCode }: EnterRoomProps) {
  const { session } = useBrowser();
  const site = useSite();
  const nickname = useNickname(session);
  const [preview, setPreview] = useState<Room | RoomPreview | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = typeof session === 'object';

  useEffect(() => heading.current?.focus(), []);

  // Who has no session can't look before entering: looking is limited per person, so that codes can't be guessed.
  useEffect(() => {
    if (!isKnown) return;
    let gone = false;
    getRoom(code)
      .then((room) => !gone && setPreview(room))
      .catch((error) => !gone && error instanceof ApiError && setRefused(error));
    return () => {
      gone = true;
    };
  }, [code, isKnown]);

  const enter = async () => {
    const name = nickname.check();
    if (name === null) return setRefused(null);
    setBusy(true);
    try {
      onEntered(await withSession(session, name, () => joinRoom({ room_code: code, nickname: name })));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefused(nickname.takes(error) ? null : error);
    } finally {
      setBusy(false);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void enter();
  };

  if (refused !== null || preview?.locked) {
    const error = refused ?? { code: 'room_locked' as const, detail: '', retryAfterSeconds: null };
    return (
      <RefusalPage
        error={error}
        code={code}
        busy={busy}
        onTry={(typed) => (typed === code ? enter() : onOtherCode(typed))}
      />
    );
  }

  return (
    <div className="mx-auto grid min-h-dvh max-w-[68rem] grid-rows-[auto_1fr_auto] px-8 max-sm:px-5">
      <TopBar />
      <main className="w-full max-w-[28rem] self-center justify-self-center py-6 pb-18 max-sm:pb-10">
        <p className="text-sm font-medium text-accent-text">You’re invited to a room</p>
        <h1
          ref={heading}
          tabIndex={-1}
          className="mt-1 text-2xl leading-[1.9rem] font-semibold tracking-[-0.022em] wrap-anywhere text-balance"
        >
          {preview === null ? printRoomCode(code) : <bdi>{preview.name}</bdi>}
        </h1>
        <p className="mt-2 min-h-6 text-md text-ink-2">{preview !== null && people(preview.member_count)}</p>
        <form
          noValidate
          onSubmit={submit}
          className="mt-4 rounded-xl bg-surface p-6 shadow-2 max-sm:-mx-1 max-sm:p-5 forced-colors:border"
        >
          {!site.session_creation && session === 'none' && (
            <div className="mb-5">
              <Note tone="warn">{NO_SESSIONS}</Note>
            </div>
          )}
          <NicknameField nickname={nickname} />
          <Button kind="solid" size="lg" block type="submit" busy={busy && 'Entering…'} className="mt-5">
            Enter the room
          </Button>
        </form>
        <p className="mt-4 text-sm text-pretty text-ink-3">
          Everyone inside sees that you came in, and reads what you write, as this server does. How long messages stay
          is written at the top of the room.
        </p>
      </main>
      <Footer />
    </div>
  );
}

function people(count: number): string {
  if (count === 0) return 'Nobody is in it right now';
  return count === 1 ? 'One person is in it' : `${count.toLocaleString('en')} people are in it`;
}
