import { useCallback, useMemo, useRef, useState } from 'react';
import type { RoomEntry } from '../../../protocol/admin-objects.ts';
import { ApiError } from '../../api.ts';
import { ClockIcon, FlameIcon, LockIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useDesktop } from '../../ui/media.ts';
import { toast } from '../../ui/toast.tsx';
import { AdminPage } from '../shell/admin-page.tsx';
import type { KeyHint } from '../shell/key-footer.tsx';
import { Notice } from '../shell/notice.tsx';
import { useNow } from '../shell/use-now.ts';
import { useKeys } from '../shortcuts.tsx';
import { DataTable } from '../table/data-table.tsx';
import { FindField } from '../table/find-field.tsx';
import { TableArea } from '../table/table-area.tsx';
import { useLastSeen } from '../table/use-last-seen.ts';
import { useMinute } from '../table/use-minute.ts';
import { useOpened } from '../table/use-opened.ts';
import { usePages } from '../table/use-pages.ts';
import { useTable } from '../table/use-table.ts';
import { useTableKeys } from '../table/use-table-keys.ts';
import { roomColumns } from './room-columns.tsx';
import { RoomPane } from './room-pane.tsx';
import { changeRoom, findRooms, type RoomFilter, roomsKey } from './rooms-api.ts';

const BurnDialog = lazyPart(
  () => import('./burn-dialog.tsx'),
  (module) => module.BurnDialog,
);
const SlowModeDialog = lazyPart(
  () => import('./slow-mode-dialog.tsx'),
  (module) => module.SlowModeDialog,
);

const KEYS: readonly KeyHint[] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['L'], 'lock'],
  [['S'], 'slow mode'],
  [['Shift', 'B'], 'burn'],
];

const idOf = (room: RoomEntry) => room.id;
const nameOf = (room: RoomEntry) => room.name;

/** All rooms of the server. */
export function RoomsPage() {
  const [filter, setFilter] = useState<RoomFilter>({ sort: 'created_at', order: 'desc', query: '' });
  const load = useCallback((cursor: string | undefined) => findRooms(filter, cursor), [filter]);
  const pages = usePages({ listKey: roomsKey(filter), load, idOf });
  const { rows, ids } = pages;
  const table = useTable(pages);
  const opened = useOpened();
  const nowMs = useMinute();
  const isDesktop = useDesktop();
  const total = useNow()?.rooms;
  const find = useRef<HTMLInputElement>(null);
  const [burning, setBurning] = useState<RoomEntry | null>(null);
  const [slowing, setSlowing] = useState<RoomEntry | null>(null);
  const columns = useMemo(() => roomColumns(nowMs), [nowMs]);

  const underCursor = rows.find((room) => room.id === table.cursorId);
  const shown = useLastSeen(
    rows.find((room) => room.id === opened.id),
    opened.id,
    idOf,
  );
  const close = () => {
    opened.close();
    table.focus();
  };
  const toggleLock = async (room: RoomEntry) => {
    try {
      await changeRoom(room.code, { locked: !room.locked });
      toast(room.locked ? 'Unlocked' : 'Locked');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast(`Not changed. ${error.detail}`);
    }
  };

  useTableKeys({ table, isShown: isDesktop || !shown, find, onOpen: () => underCursor && opened.open(underCursor.id) });
  useKeys({
    l: () => underCursor && void toggleLock(underCursor),
    s: () => underCursor && setSlowing(underCursor),
    'shift+b': () => underCursor && setBurning(underCursor),
  });

  const detail = shown && (
    <RoomPane key={shown.code} code={shown.code} nowMs={nowMs} onBurn={setBurning} onClose={close} />
  );
  return (
    <>
      <AdminPage
        title="Rooms"
        count={filter.query === '' ? total : undefined}
        keys={KEYS}
        aside={isDesktop && detail ? detail : undefined}
        asideLabel="Room"
        tools={
          !isDesktop && detail ? undefined : (
            <FindField
              ref={find}
              label="Find a code or name"
              onFind={(query) => setFilter((now) => (now.query === query ? now : { ...now, query }))}
              onDone={table.focus}
            />
          )
        }
      >
        {!isDesktop && detail ? (
          detail
        ) : (
          <TableArea
            pages={pages}
            empty={
              filter.query === '' ? (
                <Notice title="No rooms yet" text="A room stands here from when somebody creates it until it goes." />
              ) : (
                <Notice title="No room fits" text="A whole code, or a part of a name." />
              )
            }
          >
            <DataTable
              label="Rooms"
              columns={columns}
              rows={rows}
              ids={ids}
              idOf={idOf}
              nameOf={nameOf}
              table={table}
              openId={opened.id}
              onOpen={(room) => opened.open(room.id)}
              order={{ by: filter.sort, order: filter.order }}
              onOrder={({ by, order }) => setFilter({ ...filter, sort: by, order })}
              isStale={pages.isStale}
              menuOf={(room) => [
                [
                  {
                    label: room.locked ? 'Unlock' : 'Lock',
                    icon: <LockIcon />,
                    shortcut: 'L',
                    onSelect: () => void toggleLock(room),
                  },
                  { label: 'Slow mode…', icon: <ClockIcon />, shortcut: 'S', onSelect: () => setSlowing(room) },
                ],
                [
                  {
                    label: 'Burn room…',
                    icon: <FlameIcon />,
                    shortcut: 'Shift+B',
                    danger: true,
                    onSelect: () => setBurning(room),
                  },
                ],
              ]}
            />
          </TableArea>
        )}
      </AdminPage>
      {burning !== null && (
        <BurnDialog
          code={burning.code}
          name={burning.name}
          people={burning.member_count}
          onBurned={() => burning.id === opened.id && close()}
          onClose={() => setBurning(null)}
        />
      )}
      {slowing !== null && <SlowModeDialog room={slowing} onClose={() => setSlowing(null)} />}
    </>
  );
}
