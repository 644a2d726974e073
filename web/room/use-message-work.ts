import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Member, Message } from '../../protocol/objects.ts';
import { toast } from '../ui/toast.tsx';
import type { MessageActions } from './actions.ts';
import type { BlockTarget } from './block-dialog.tsx';
import type { ComposerHandle } from './composer.tsx';
import type { Draft } from './draft.ts';
import { copyText } from './invite-link.ts';
import { mayDelete, mayEdit } from './may.ts';
import type { ListHandle } from './message-list.tsx';
import { loadFoldedRow } from './message-row.tsx';
import type { RoomView } from './room-client.ts';
import type { Row } from './rows.ts';
import type { Mute } from './use-mute.ts';
import type { LiveRoom } from './use-room.ts';

/** What is open over the log: the menu of a message, its emoji, the question whether to delete it, or what to report of it. */
export type Overlay =
  | { what: 'menu' | 'emoji'; message: Message; anchor: HTMLElement }
  | { what: 'delete' | 'report'; message: Message };

interface MessageWorkOptions {
  live: LiveRoom;
  view: RoomView;
  me: Member;
  rows: readonly Row[];
  list: RefObject<ListHandle | null>;
  composer: RefObject<ComposerHandle | null>;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  onRefusal: (detail: string | null) => void;
  mute: Mute;
  onBlock: (target: BlockTarget) => void;
}

export type MessageWork = ReturnType<typeof useMessageWork>;

const NOT_CONNECTED = 'Not connected: that can’t be changed right now. Try again in a moment.';

/** Everything that people do to messages that are there. The actions stay the same object, so that rows need not be redrawn. */
export function useMessageWork(options: MessageWorkOptions) {
  const latest = useRef(options);
  latest.current = options;
  const [editing, setEditing] = useState<Message | null>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const { rows, view } = options;

  const attempt = useCallback((isSent: boolean): boolean => {
    latest.current.onRefusal(isSent ? null : NOT_CONNECTED);
    return isSent;
  }, []);

  /** A message that folds or unfolds is another element, and the focus would be lost with the one before. */
  const keepFocus = useCallback(async ({ seq }: Message): Promise<void> => {
    await loadFoldedRow();
    latest.current.list.current?.reveal(`m${seq}`, { focus: true, still: true });
  }, []);

  const actions = useMemo<MessageActions>(
    () => ({
      reply(message) {
        const { draft, setDraft, composer } = latest.current;
        setEditing(null);
        setDraft({ ...draft, reply_to: message.id });
        composer.current?.focus();
      },
      copy: (message) => void copyText(message.content, 'Text copied'),
      edit(message) {
        const { me, live, composer } = latest.current;
        if (!mayEdit(me, message, live.clock.now())) return;
        setEditing(message);
        composer.current?.focus();
      },
      remove(message) {
        if (mayDelete(latest.current.me, message)) setOverlay({ what: 'delete', message });
      },
      report: (message) => setOverlay({ what: 'report', message }),
      toggleMute(message) {
        const { mute } = latest.current;
        toast(mute.muted.has(message.member_id) ? 'Unmuted' : 'Muted, only for you');
        mute.toggle(message.member_id);
        void keepFocus(message);
      },
      show(message) {
        latest.current.mute.show(message.id);
        void keepFocus(message);
      },
      block: ({ member_id, nickname }) => latest.current.onBlock({ member_id, nickname, report_id: null }),
      react(message, emoji) {
        const { me, live } = latest.current;
        const mine = message.reactions.find((one) => one.emoji === emoji)?.member_ids.includes(me.id) ?? false;
        attempt(live.client.react(message.id, emoji, !mine));
      },
      jumpTo: setWanted,
      openMenu: (message, anchor) => setOverlay({ what: 'menu', message, anchor }),
      openEmoji: (message, anchor) => setOverlay({ what: 'emoji', message, anchor }),
      retry: (clientId) => latest.current.live.client.retry(clientId),
      discard(clientId) {
        latest.current.live.client.discard(clientId);
        latest.current.composer.current?.focus();
      },
    }),
    [attempt, keepFocus],
  );

  // A quoted message may lie pages above: load until it is there, or until nothing is older.
  useEffect(() => {
    if (wanted === null) return;
    const { list, live } = latest.current;
    const row = rows.find((one) => one.kind === 'message' && one.message.id === wanted);
    if (row !== undefined) {
      list.current?.reveal(row.key, { flash: true, focus: true });
      setWanted(null);
    } else if (view.state.log.hasOlder) live.client.loadOlder();
    else setWanted(null);
  }, [wanted, rows, view]);

  // What is being edited may vanish or be deleted meanwhile.
  const stillThere =
    editing === null
      ? undefined
      : view.state.log.messages.find((message) => message.id === editing.id && !message.deleted);

  return {
    actions,
    editing: stillThere === undefined ? null : editing,
    overlay,
    /** Only where that is still open: an entry of the menu may have opened something else in its place. */
    closeOverlay: (what: Overlay['what']) => setOverlay((current) => (current?.what === what ? null : current)),
    cancelEdit: () => setEditing(null),
    saveEdit: (message: Message, text: string) => attempt(options.live.client.edit(message.id, text)),
    confirmDelete(message: Message) {
      setOverlay(null);
      if (!attempt(options.live.client.remove(message.id))) return;
      const index = rows.findIndex((row) => row.kind === 'message' && row.message.id === message.id);
      const next = rows.slice(index + 1).find((row) => row.kind === 'message') ?? rows[index];
      if (next !== undefined) options.list.current?.reveal(next.key, { focus: true });
    },
    /** Keys on a message that has the focus; the menu shows them. */
    onMessageKey(event: KeyboardEvent, { message, folded }: Extract<Row, { kind: 'message' }>) {
      if (event.ctrlKey || event.metaKey || event.altKey || message.deleted) return;
      if (folded) {
        if (event.key !== 'Enter') return;
        actions.show(message);
      } else if (event.key === 'Enter') actions.openMenu(message, event.target as HTMLElement);
      else if (event.key === 'r') actions.reply(message);
      else if (event.key === 'c') actions.copy(message);
      else if (event.key === 'e') actions.edit(message);
      else if (event.key === 'Delete') actions.remove(message);
      else return;
      event.preventDefault();
    },
  };
}
