import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Member } from '../../protocol/objects.ts';
import { Between } from './between-rows.tsx';
import type { Members } from './members.ts';
import { MessageRow } from './message-row.tsx';
import type { Row } from './rows.ts';
import { UnsentRow } from './unsent-row.tsx';
import { type EndDistance, useEnd } from './use-end.ts';

export interface ListHandle {
  toEnd(): void;
  /** False where no such row is loaded. `still`: no further than needed to see it. */
  reveal(key: string, options: { flash?: boolean; focus?: boolean; still?: boolean }): boolean;
}

interface MessageListProps {
  ref: Ref<ListHandle>;
  rows: readonly Row[];
  me: Member;
  members: Members;
  nowMs: number;
  /** The rows that are fading. */
  vanishingKeys: ReadonlySet<string>;
  onNearStart: () => void;
  onEnd: (distance: EndDistance) => void;
  /** A key on the message with the focus. */
  onMessageKey: (event: KeyboardEvent, row: Extract<Row, { kind: 'message' }>) => void;
  onEscape: () => void;
  empty: ReactNode;
}

const FLASH_MS = 1_000;
const NEAR_START_PX = 800;
const isMessage = (row: Row | undefined) => row?.kind === 'message' || row?.kind === 'unsent';

/** The log: only the rows in view are in the page, however many there are. It stays at its end, or in its place. */
export function MessageList({
  ref,
  rows,
  me,
  members,
  vanishingKeys,
  nowMs,
  onNearStart,
  onEnd,
  onMessageKey,
  onEscape,
  empty,
}: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [flashKey, setFlashKey] = useState<string | null>(null);
  const end = useEnd(scroller, inner, rows, onEnd);
  const shift = useShift(rows);
  const arriving = useArriving(rows, end.isAtEnd);
  const active = rows.findIndex((row) => row.key === activeKey);

  const focusRow = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    end.leave();
    setActiveKey(row.key);
    list.current?.scrollToIndex(index, { align: 'nearest' });
    // The row may have to be mounted first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`)?.focus(),
    );
  };

  useImperativeHandle(ref, () => ({
    toEnd: end.go,
    reveal(key, { flash = false, focus = false, still = false }) {
      const index = rows.findIndex((row) => row.key === key);
      if (index < 0) return false;
      end.leave();
      if (!still) list.current?.scrollToIndex(index, { align: 'center' });
      if (flash) setFlashKey(key);
      if (focus) requestAnimationFrame(() => focusRow(index));
      return true;
    },
  }));

  useEffect(() => {
    if (flashKey === null) return;
    const timer = setTimeout(() => setFlashKey(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashKey]);

  const step = (by: 1 | -1) => {
    if (active < 0) return focusRow(rows.findLastIndex(isMessage));
    for (let index = active + by; index >= 0 && index < rows.length; index += by) {
      if (isMessage(rows[index])) return focusRow(index);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active];
    const isOnRow = event.target === scroller.current || (event.target as HTMLElement).dataset.row !== undefined;
    if (event.key === 'Escape') onEscape();
    else if (isOnRow && !event.altKey && event.key === 'ArrowUp') step(-1);
    else if (isOnRow && !event.altKey && event.key === 'ArrowDown') step(1);
    else if (isOnRow && row?.kind === 'message') return onMessageKey(event, row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id="log"
      role="log"
      // What is new is said by the announcer: here, rows come and go while somebody scrolls.
      aria-live="off"
      aria-label="Messages"
      tabIndex={active < 0 ? 0 : -1}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const key = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
        if (key !== undefined && key !== activeKey) setActiveKey(key);
      }}
      className="row-start-2 overflow-y-auto overscroll-contain [overflow-anchor:none] [scrollbar-color:var(--c-line-2)_transparent] [scrollbar-width:thin] focus-visible:-outline-offset-2"
    >
      <div
        ref={inner}
        className="mx-auto flex min-h-full w-full max-w-[calc(var(--col-log)+48px)] flex-col justify-end px-6 pt-5 pb-3 max-sm:px-3.5 max-sm:pt-4 max-sm:pb-2.5"
      >
        {rows.length === 0 && empty}
        <Virtualizer
          ref={list}
          data={rows}
          scrollRef={scroller}
          startMargin={20}
          shift={shift}
          bufferSize={600}
          keepMounted={active < 0 ? [] : [active]}
          onScroll={(offset) => {
            if (offset < NEAR_START_PX) onNearStart();
          }}
        >
          {(row) => {
            switch (row.kind) {
              case 'message':
                return (
                  <MessageRow
                    key={row.key}
                    row={row}
                    myId={me.id}
                    role={members.get(row.message.member_id)?.role}
                    active={row.key === activeKey}
                    flash={row.key === flashKey}
                    vanishing={vanishingKeys.has(row.key)}
                    arriving={arriving.has(row.key)}
                  />
                );
              case 'unsent':
                return <UnsentRow key={row.key} row={row} />;
              default:
                return <Between key={row.key} row={row} nowMs={nowMs} />;
            }
          }}
        </Virtualizer>
      </div>
    </div>
  );
}

/** Whether rows were put in or taken out at the start: then the list keeps its place from the end. */
function useShift(rows: readonly Row[]): boolean {
  const before = useRef<readonly Row[]>(rows);
  const previous = before.current;
  useLayoutEffect(() => {
    before.current = rows;
  }, [rows]);
  if (previous === rows) return false;
  const first = rows.find(isMessage)?.key;
  const wasFirst = previous.find(isMessage)?.key;
  if (first === wasFirst || first === undefined || wasFirst === undefined) return false;
  return rows.some((row) => row.key === wasFirst) || previous.some((row) => row.key === first);
}

/** The messages that came in with this change, where that is worth a movement: at the end, and not a whole page of them. */
function useArriving(rows: readonly Row[], isAtEnd: () => boolean): ReadonlySet<string> {
  const lastSeen = useRef<string | undefined>(undefined);
  const last = rows.at(-1)?.key;
  const from = rows.findLastIndex((row) => row.key === lastSeen.current);
  useLayoutEffect(() => {
    lastSeen.current = last;
  }, [last]);
  if (from < 0 || !isAtEnd() || rows.length - from > 4) return new Set();
  return new Set(rows.slice(from + 1).map((row) => row.key));
}
