import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useLayoutEffect, useRef } from 'react';
import { classes } from '../../ui/classes.ts';
import { ArrowDownIcon, MoreIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { MenuItem } from '../../ui/menu-popup.tsx';
import { Checkbox } from './checkbox.tsx';
import { type Column, nextOrder, type Order } from './column.ts';
import type { Step } from './row-cursor.ts';
import { type Selection, toggled, toggledAll } from './selection.ts';
import type { TableHandle } from './use-table.ts';

interface DataTableProps<Row, Sort extends string> {
  label: string;
  columns: readonly Column<Row, Sort>[];
  rows: readonly Row[];
  ids: readonly string[];
  idOf: (row: Row) => string;
  /** What a row is called where it is acted on: “Actions for …”, “Select …”. */
  nameOf: (row: Row) => string;
  table: TableHandle;
  /** Enter, or a press on the row. */
  onOpen: (row: Row) => void;
  /** The row that is shown beside the table. */
  openId?: string | null;
  order?: Order<Sort>;
  onOrder?: (order: Order<Sort>) => void;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** The row's acts, for its “…”. */
  menuOf?: (row: Row) => readonly (readonly MenuItem[])[];
  /** What is shown is about to be replaced. */
  isStale?: boolean;
}

const STEPS: Record<string, Step> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' };

/** Columns drop by the width of the table and not of the window: it is narrower where a detail stands beside it. */
const PRIORITY = { 1: undefined, 2: '@max-[40rem]:hidden', 3: '@max-[52rem]:hidden' } as const;
const EDGES = 'first:pl-5 last:pr-5 max-sm:first:pl-3.5 max-sm:last:pr-3.5';
const HEAD =
  'sticky top-(--head-top,0px) z-[1] h-8 border-b border-line-2 bg-surface px-2.5 text-left text-xs font-medium whitespace-nowrap text-ink-2';
const CELL = 'h-9 border-b border-line px-2.5 whitespace-nowrap max-sm:h-12';

const OPENER =
  '-mx-1 block max-w-[calc(100%+0.5rem)] px-1 py-0.5 scroll-mt-[calc(3rem+var(--head-top,0px))] scroll-mb-14 truncate rounded-sm text-left focus-visible:-outline-offset-2';

/** Whether it happened in the row itself: React also tells of what happens in a menu that was opened from it. */
const isOwn = (event: SyntheticEvent) => event.currentTarget.contains(event.target as Node);

/** A table whose rows can be opened: one tab stop, arrows and J K move, Enter opens. */
export function DataTable<Row, Sort extends string = never>({
  label,
  columns,
  rows,
  ids,
  idOf,
  nameOf,
  table,
  onOpen,
  openId = null,
  order,
  onOrder,
  selection,
  onSelect,
  menuOf,
  isStale = false,
}: DataTableProps<Row, Sort>) {
  const focused = useRef<string | null>(null);
  const { cursorId, focus } = table;

  // A refresh may take the row away that has the focus; its neighbour gets it then, and not the top of the page.
  useLayoutEffect(() => {
    const isLost = focused.current !== null && document.activeElement === document.body;
    if (isLost && !ids.includes(focused.current ?? '')) focus();
  }, [ids, focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !isOwn(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    table.move(step);
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, row: Row) => {
    // Its buttons and box have a press for themselves, and a drag over its text is there to copy it.
    if (!isOwn(event) || (event.target as Element).closest('button, input') !== null) return;
    if (getSelection()?.isCollapsed === false) return;
    table.put(idOf(row));
    onOpen(row);
  };

  return (
    <table
      ref={table.ref}
      aria-label={label}
      aria-busy={isStale || undefined}
      className={classes(
        'w-full border-separate border-spacing-0 text-sm transition-opacity duration-(--dur-2)',
        isStale && 'opacity-60',
      )}
    >
      <thead>
        <tr>
          {selection !== undefined && (
            <th className={classes(HEAD, EDGES, 'w-4.5')}>
              <Checkbox
                label="Select all"
                checked={ids.length > 0 && ids.every((id) => selection.has(id))}
                mixed={selection.size > 0 && !ids.every((id) => selection.has(id))}
                onChange={() => onSelect?.(toggledAll(selection, ids))}
              />
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.key} column={column} order={order} onOrder={onOrder} />
          ))}
          {menuOf !== undefined && (
            <th className={classes(HEAD, EDGES, PRIORITY[2], 'w-0')}>
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const id = idOf(row);
          const isCursor = id === cursorId;
          const isPicked = id === openId || selection?.has(id) === true;
          const tabIndex = isCursor ? 0 : -1;
          return (
            <tr
              key={id}
              data-row={id}
              aria-selected={isPicked}
              onFocus={(event) => {
                if (!isOwn(event)) return;
                focused.current = id;
                if (!isCursor) table.put(id);
              }}
              onBlur={() => {
                focused.current = null;
              }}
              onKeyDown={onKeyDown}
              onClick={(event) => onClick(event, row)}
              className={classes(
                'cursor-default',
                isPicked ? '*:bg-accent-soft' : isCursor ? '*:bg-hover' : 'hover:*:bg-hover',
                isCursor && '*:first:shadow-[inset_3px_0_0_var(--c-focus)] forced-colors:*:first:border-l-4',
                'forced-colors:aria-selected:outline-3 forced-colors:aria-selected:-outline-offset-3',
              )}
            >
              {selection !== undefined && (
                <td className={classes(CELL, EDGES)}>
                  <Checkbox
                    label={`Select ${nameOf(row)}`}
                    checked={selection.has(id)}
                    tabIndex={tabIndex}
                    onChange={() => onSelect?.(toggled(selection, id))}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classes(
                    CELL,
                    EDGES,
                    PRIORITY[column.priority ?? 1],
                    column.right && 'text-right tabular-nums',
                    column.fills && 'w-full max-w-0',
                  )}
                >
                  {column.opens ? (
                    <button
                      type="button"
                      data-opens
                      tabIndex={tabIndex}
                      onClick={() => onOpen(row)}
                      className={classes(OPENER, column.fills && 'w-[calc(100%+0.5rem)]')}
                    >
                      {column.cell(row)}
                    </button>
                  ) : (
                    <div className={column.fills ? 'truncate' : undefined}>{column.cell(row)}</div>
                  )}
                </td>
              ))}
              {menuOf !== undefined && (
                <td className={classes(CELL, EDGES, PRIORITY[2], 'py-0')}>
                  <MenuButton
                    label={`Actions for ${nameOf(row)}`}
                    icon={<MoreIcon />}
                    size="sm"
                    tip="none"
                    tabIndex={tabIndex}
                    groups={menuOf(row)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadProps<Row, Sort extends string> {
  column: Column<Row, Sort>;
  order: Order<Sort> | undefined;
  onOrder: ((order: Order<Sort>) => void) | undefined;
}

function Head<Row, Sort extends string>({ column, order, onOrder }: HeadProps<Row, Sort>) {
  const { head, sort, right = false, priority = 1 } = column;
  const isActive = sort !== undefined && order?.by === sort;
  const look = classes(HEAD, EDGES, PRIORITY[priority], right && 'text-right', isActive && 'text-ink');
  if (sort === undefined || order === undefined || onOrder === undefined) {
    return <th className={look}>{head}</th>;
  }
  return (
    <th className={look} aria-sort={isActive ? (order.order === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        onClick={() => onOrder(nextOrder(order, sort))}
        className={classes(
          'touch-target group/sort inline-flex h-6 items-center gap-1 hover:text-ink',
          right && 'flex-row-reverse',
        )}
      >
        {head}
        <ArrowDownIcon
          size="xs"
          className={classes(
            isActive ? undefined : 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
            isActive && order.order === 'asc' && 'rotate-180',
          )}
        />
      </button>
    </th>
  );
}
