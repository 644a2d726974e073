import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RoomCode } from '../../protocol/room-code.ts';
import { ApiError, joinRoom } from '../api.ts';
import { useSite } from '../site.ts';
import { RefusalPage } from '../states/refusal-page.tsx';
import { Button } from '../ui/button.tsx';
import { Footer } from '../ui/footer.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Note } from '../ui/note.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { JoinForm } from './join-form.tsx';
import { useNickname } from './nickname.ts';
import { NicknameField } from './nickname-field.tsx';
import { NO_SESSIONS } from './no-sessions.ts';
import { PromiseAndFacts } from './promise-and-facts.tsx';
import { RoomList } from './room-list.tsx';
import { roomPath } from './room-path.ts';
import { useBrowser, withSession } from './session.ts';

const loadCreate = () => import('./create-room-dialog.tsx');
const CreateRoomDialog = lazyPart(loadCreate, (module) => module.CreateRoomDialog);

interface Refused {
  error: ApiError;
  /** What was tried. */
  code: RoomCode | null;
}

/** Where everybody begins: a nickname, then a new room or somebody's code. */
export function StartPage() {
  const [, goTo] = useLocation();
  const { session, rooms } = useBrowser();
  const site = useSite();
  const isClosed = !site.session_creation && session === 'none';
  const nickname = useNickname(session);
  const [creating, setCreating] = useState<string | null>(null);
  const [joining, setJoining] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const join = async (code: RoomCode) => {
    const name = nickname.check();
    if (name === null) return setRefused(null);
    setJoining(true);
    try {
      const { room } = await withSession(session, name, () => joinRoom({ room_code: code, nickname: name }));
      goTo(roomPath(room.code));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // The field with the nickname has to be on the screen before it can say what is wrong with it.
      const isNickname = nickname.takes(error);
      setRefused(isNickname ? null : { error, code });
    } finally {
      setJoining(false);
    }
  };

  if (refused !== null) {
    const { error, code } = refused;
    const back = () => setRefused(null);
    return <RefusalPage error={error} code={code} busy={joining} onTry={code === null ? back : join} onBack={back} />;
  }

  return (
    <div className="mx-auto grid min-h-dvh max-w-[68rem] grid-rows-[auto_1fr_auto] px-8 max-sm:px-5">
      <SkipLink target="start">Skip to the start</SkipLink>
      <TopBar />
      <main className="grid grid-cols-[minmax(0,1fr)_25.5rem] items-center gap-24 pt-6 pb-10 max-lg:mx-auto max-lg:w-full max-lg:max-w-[32rem] max-lg:grid-cols-[minmax(0,1fr)] max-lg:content-start max-lg:gap-9 max-lg:pt-10 max-sm:max-w-none max-sm:gap-7 max-sm:pt-3 max-sm:pb-8">
        <PromiseAndFacts notice={site.notice} />
        <section
          id="start"
          tabIndex={-1}
          aria-label="Start"
          className="rounded-xl bg-surface p-6 shadow-2 max-lg:order-1 max-sm:-mx-1 max-sm:p-5 forced-colors:border"
        >
          {isClosed && (
            <div className="mb-5">
              <Note tone="warn">{NO_SESSIONS}</Note>
            </div>
          )}
          <NicknameField nickname={nickname} />
          <Button
            kind="solid"
            size="lg"
            block
            className="mt-5"
            disabled={!site.room_creation || isClosed}
            aria-describedby={site.room_creation ? undefined : 'no-rooms'}
            onPointerEnter={loadCreate}
            onFocus={loadCreate}
            onClick={() => setCreating(nickname.check())}
          >
            Create a room
          </Button>
          {!site.room_creation && (
            <p id="no-rooms" className="mt-2 text-sm text-pretty text-ink-3">
              The operator of this server has turned off new rooms for now.
              {!isClosed && ' You can still join those that are there.'}
            </p>
          )}
          <div className="mt-4.5 mb-3.5 flex items-center gap-3 text-sm text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or
          </div>
          <JoinForm label="Join with a code or link" action="Join" kind="line" busy={joining} onJoin={join} />
          {rooms.length > 0 && <RoomList rooms={rooms} />}
        </section>
      </main>
      <Footer />
      {creating !== null && (
        <CreateRoomDialog
          session={session}
          nickname={creating}
          onClose={() => setCreating(null)}
          onCreated={(room) => goTo(roomPath(room.code))}
          onRefused={(error) => {
            setCreating(null);
            if (!nickname.takes(error)) setRefused({ error, code: null });
          }}
        />
      )}
    </div>
  );
}
