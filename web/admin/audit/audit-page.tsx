import { useCallback, useMemo, useRef, useState } from 'react';
import type { AuditEntry } from '../../../protocol/admin-objects.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useDesktop } from '../../ui/media.ts';
import { useMe } from '../queries.ts';
import { AdminPage } from '../shell/admin-page.tsx';
import type { KeyHint } from '../shell/key-footer.tsx';
import { Notice } from '../shell/notice.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { FindField } from '../table/find-field.tsx';
import { TableArea } from '../table/table-area.tsx';
import { useLastSeen } from '../table/use-last-seen.ts';
import { useMinute } from '../table/use-minute.ts';
import { useOpened } from '../table/use-opened.ts';
import { usePages } from '../table/use-pages.ts';
import { useTable } from '../table/use-table.ts';
import { useTableKeys } from '../table/use-table-keys.ts';
import { shortSeconds } from '../table/when.ts';
import { ANYTHING, type AuditFilter, auditKey, exportPath, listAudit, readActor } from './audit-api.ts';
import { AuditFilters } from './audit-filters.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { printActor, printThing, type Reader, summary } from './entry-words.ts';
import { EVENTS } from './event-words.ts';

const VerifyDialog = lazyPart(
  () => import('./verify-dialog.tsx'),
  (module) => module.VerifyDialog,
);

const KEYS: readonly KeyHint[] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'details'],
  [['/'], 'find'],
];

const idOf = (entry: AuditEntry) => String(entry.seq);
const nameOf = (entry: AuditEntry) => `entry ${entry.seq}`;

/** What the server wrote down of itself, its operators and its rooms. */
export function AuditPage() {
  const [filter, setFilter] = useState(() => askedFor(history.state));
  const load = useCallback((cursor: string | undefined) => listAudit(filter, cursor), [filter]);
  const pages = usePages({ listKey: auditKey(filter), load, idOf });
  const table = useTable(pages);
  const opened = useOpened();
  const nowMs = useMinute();
  const isDesktop = useDesktop();
  const reader = useMe().data?.admin;
  const find = useRef<HTMLInputElement>(null);
  const [isChecking, setIsChecking] = useState(false);
  const columns = useMemo(() => auditColumns(nowMs, reader), [nowMs, reader]);
  const shown = useLastSeen(
    pages.rows.find((entry) => idOf(entry) === opened.id),
    opened.id,
    idOf,
  );

  useTableKeys({
    table,
    isShown: isDesktop || !shown,
    find,
    onOpen: () => table.cursorId !== null && opened.open(table.cursorId),
  });

  const close = () => {
    opened.close();
    table.focus();
  };
  const detail = shown && (
    <EntryDetail
      key={shown.seq}
      entry={shown}
      reader={reader}
      onActor={(actor) => {
        setFilter({ ...ANYTHING, actor });
        if (!isDesktop) close();
      }}
      onClose={close}
    />
  );
  const isAll = filter === ANYTHING;
  return (
    <>
      <AdminPage
        title="Audit log"
        keys={KEYS}
        aside={isDesktop && detail ? detail : undefined}
        asideLabel="Entry"
        tools={
          !isDesktop && detail ? undefined : (
            <>
              <FindField
                ref={find}
                label="Find a session’s id"
                onFind={(typed) => typed !== '' && setFilter((now) => ({ ...now, actor: readActor(typed) }))}
                onDone={table.focus}
              />
              <Button size="sm" onClick={() => setIsChecking(true)}>
                Verify
              </Button>
              <a href={exportPath(filter)} download className={buttonClass({ size: 'sm', className: 'text-ink' })}>
                Export
              </a>
            </>
          )
        }
      >
        {!isDesktop && detail ? (
          detail
        ) : (
          <>
            <AuditFilters filter={filter} reader={reader} onChange={setFilter} />
            <TableArea
              pages={pages}
              empty={
                isAll ? (
                  <Notice title="Nothing yet" text="What the server, its operators and its rooms do stands here." />
                ) : (
                  <Notice title="No entry fits" text="Entries are kept as long as the settings say." />
                )
              }
            >
              <DataTable
                label="Audit log"
                columns={columns}
                rows={pages.rows}
                ids={pages.ids}
                idOf={idOf}
                nameOf={nameOf}
                table={table}
                openId={opened.id}
                onOpen={(entry) => opened.open(idOf(entry))}
                isStale={pages.isStale}
              />
            </TableArea>
          </>
        )}
      </AdminPage>
      {isChecking && <VerifyDialog onClose={() => setIsChecking(false)} />}
    </>
  );
}

/** What another page wants to see of the log. */
function askedFor(state: unknown): AuditFilter {
  const isAsked = typeof state === 'object' && state !== null && 'actor' in state && typeof state.actor === 'string';
  return isAsked ? { ...ANYTHING, actor: String(state.actor) } : ANYTHING;
}

function auditColumns(nowMs: number, reader: Reader | undefined): readonly Column<AuditEntry>[] {
  return [
    {
      key: 'time',
      head: 'Time',
      cell: (entry) => <span className="text-ink-2 tabular-nums">{shortSeconds(Date.parse(entry.at), nowMs)}</span>,
    },
    {
      key: 'who',
      head: 'Who',
      priority: 2,
      cell: (entry) => (
        <span className={entry.actor.startsWith('operator:') ? undefined : 'text-ink-3'}>
          {printActor(entry.actor, reader)}
        </span>
      ),
    },
    {
      key: 'what',
      head: 'What',
      opens: true,
      cell: (entry) => <span className="font-medium">{EVENTS[entry.event]}</span>,
    },
    {
      key: 'target',
      head: 'Target',
      priority: 2,
      cell: (entry) => <span className="text-ink-2">{entry.subject === null ? '' : printThing(entry.subject)}</span>,
    },
    {
      key: 'details',
      head: 'Details',
      fills: true,
      cell: (entry) => <span className="text-ink-2">{summary(entry.details)}</span>,
    },
  ];
}
