import { useCallback, useMemo, useRef, useState } from 'react';
import type { SessionEntry } from '../../../protocol/admin-objects.ts';
import { ApiError } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { BanIcon, CheckIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useDesktop } from '../../ui/media.ts';
import { toast } from '../../ui/toast.tsx';
import { AdminPage } from '../shell/admin-page.tsx';
import type { KeyHint } from '../shell/key-footer.tsx';
import { Notice } from '../shell/notice.tsx';
import { useNow } from '../shell/use-now.ts';
import { useKeys } from '../shortcuts.tsx';
import { BulkBar } from '../table/bulk-bar.tsx';
import { DataTable } from '../table/data-table.tsx';
import { FilterSelect } from '../table/filter-select.tsx';
import { FindField } from '../table/find-field.tsx';
import { type Selection, stillShown, toggled } from '../table/selection.ts';
import { TableArea } from '../table/table-area.tsx';
import { useLastSeen } from '../table/use-last-seen.ts';
import { useMinute } from '../table/use-minute.ts';
import { useOpened } from '../table/use-opened.ts';
import { usePages } from '../table/use-pages.ts';
import { useTable } from '../table/use-table.ts';
import { useTableKeys } from '../table/use-table-keys.ts';
import { holds } from './ban-words.ts';
import { sessionColumns } from './session-columns.tsx';
import { SessionDetail } from './session-detail.tsx';
import {
  banSession,
  findSessions,
  type SessionFilter,
  type SessionState,
  sessionsKey,
  unbanSession,
} from './sessions-api.ts';

const BanDialog = lazyPart(
  () => import('./ban-dialog.tsx'),
  (module) => module.BanDialog,
);

const STATES = [
  { value: 'all', label: 'Any state' },
  { value: 'connected', label: 'Connected' },
  { value: 'banned', label: 'Banned' },
] as const satisfies readonly { value: SessionState; label: string }[];

const KEYS: readonly KeyHint[] = [
  [['J', 'K'], 'move'],
  [['X'], 'select'],
  [['Enter'], 'open'],
  [['B'], 'ban'],
  [['U'], 'unban'],
];

const idOf = (session: SessionEntry) => session.id;
const nameOf = (session: SessionEntry) => session.nickname;

/** People's sessions: who is here, and who is kept out. */
export function SessionsPage() {
  const [filter, setFilter] = useState<SessionFilter>({ state: 'all', sort: 'created_at', order: 'desc', query: '' });
  const load = useCallback((cursor: string | undefined) => findSessions(filter, cursor), [filter]);
  const pages = usePages({ listKey: sessionsKey(filter), load, idOf });
  const { rows, ids } = pages;
  const table = useTable(pages);
  const [picked, setPicked] = useState<Selection>(new Set());
  const selection = useMemo(() => stillShown(picked, ids), [picked, ids]);
  const [banning, setBanning] = useState<readonly SessionEntry[]>([]);
  const opened = useOpened();
  const nowMs = useMinute();
  const isDesktop = useDesktop();
  const total = useNow()?.sessions;
  const find = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => sessionColumns(nowMs), [nowMs]);

  const underCursor = rows.find((session) => session.id === table.cursorId);
  const shown = useLastSeen(
    rows.find((session) => session.id === opened.id),
    opened.id,
    idOf,
  );
  const chosen = rows.filter((session) => selection.has(session.id));

  const close = () => {
    opened.close();
    table.focus();
  };
  const unban = async (session: SessionEntry) => {
    try {
      await unbanSession(session.id);
      toast('Unbanned');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast(`Not unbanned. ${error.detail}`);
    }
  };

  useTableKeys({ table, isShown: isDesktop || !shown, find, onOpen: () => underCursor && opened.open(underCursor.id) });
  useKeys({
    x: () => underCursor && setPicked(toggled(selection, underCursor.id)),
    b: () => {
      if (chosen.length > 0) setBanning(chosen);
      else if (underCursor && !holds(underCursor.ban, nowMs)) setBanning([underCursor]);
    },
    u: () => underCursor && holds(underCursor.ban, nowMs) && void unban(underCursor),
  });

  const detail = shown && (
    <SessionDetail
      key={shown.id}
      session={shown}
      nowMs={nowMs}
      onBan={() => setBanning([shown])}
      onUnban={() => void unban(shown)}
      onClose={close}
    />
  );
  const isFiltered = filter.state !== 'all' || filter.query !== '';
  const [first] = banning;

  return (
    <>
      <AdminPage
        title="Sessions"
        count={isFiltered ? undefined : total}
        keys={KEYS}
        aside={isDesktop && detail ? detail : undefined}
        asideLabel="Session"
        tools={
          !isDesktop && detail ? undefined : (
            <>
              <FilterSelect
                aria-label="State"
                options={STATES}
                value={filter.state}
                onChange={(state) => setFilter({ ...filter, state })}
              />
              <FindField
                ref={find}
                label="Find a nickname or id"
                onFind={(query) => setFilter((now) => (now.query === query ? now : { ...now, query }))}
                onDone={table.focus}
              />
            </>
          )
        }
      >
        {!isDesktop && detail ? (
          detail
        ) : (
          <TableArea
            pages={pages}
            bar={
              chosen.length > 0 && (
                <BulkBar
                  selected={chosen.length}
                  onClear={() => {
                    setPicked(new Set());
                    table.focus();
                  }}
                >
                  <Button size="sm" kind="danger-line" onClick={() => setBanning(chosen)}>
                    Ban…
                  </Button>
                </BulkBar>
              )
            }
            empty={
              isFiltered ? (
                <Notice title="No session fits" text="Another word or state may." />
              ) : (
                <Notice title="Nobody is here yet" text="A session begins when somebody chooses a nickname." />
              )
            }
          >
            <DataTable
              label="Sessions"
              columns={columns}
              rows={rows}
              ids={ids}
              idOf={idOf}
              nameOf={nameOf}
              table={table}
              openId={opened.id}
              onOpen={(session) => opened.open(session.id)}
              order={{ by: filter.sort, order: filter.order }}
              onOrder={({ by, order }) => setFilter({ ...filter, sort: by, order })}
              selection={selection}
              onSelect={setPicked}
              isStale={pages.isStale}
              menuOf={(session) => [
                [
                  holds(session.ban, nowMs)
                    ? { label: 'Unban', icon: <CheckIcon />, shortcut: 'U', onSelect: () => void unban(session) }
                    : {
                        label: 'Ban…',
                        icon: <BanIcon />,
                        shortcut: 'B',
                        danger: true,
                        onSelect: () => setBanning([session]),
                      },
                ],
              ]}
            />
          </TableArea>
        )}
      </AdminPage>
      {first !== undefined && (
        <BanDialog
          title={
            banning.length === 1 ? (
              <>
                Ban <bdi>{first.nickname}</bdi>?
              </>
            ) : (
              `Ban ${banning.length} sessions?`
            )
          }
          many={banning.length > 1}
          onBan={async (order) => {
            for (const [index, session] of banning.entries()) {
              try {
                await banSession(session.id, order);
              } catch (error) {
                // What has ended needs no ban; after anything else those that are left stay in question.
                if (banning.length > 1 && error instanceof ApiError && error.code === 'not_found') continue;
                setBanning(banning.slice(index));
                throw error;
              }
            }
            setPicked(new Set());
            toast(banning.length === 1 ? 'Banned' : `${banning.length} sessions banned`);
          }}
          onClose={() => setBanning([])}
        />
      )}
    </>
  );
}
