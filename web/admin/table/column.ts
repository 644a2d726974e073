import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row, Sort extends string = never> {
  /** Unlike the others of this table. */
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Its text is the button that opens the row; of one column. */
  opens?: true;
  /** For numbers. */
  right?: boolean;
  /** Takes the room that is left, and cuts what is too long. */
  fills?: boolean;
  /** 2: not on a phone. 3: only where the table is wide. */
  priority?: 2 | 3;
  /** What the server calls it, where it can sort by it. */
  sort?: Sort;
}

/** What the rows are sorted by. */
export interface Order<Sort extends string> {
  by: Sort;
  order: 'asc' | 'desc';
}

/** The order after a press on a column's head: that column, largest first; again turns it around. */
export function nextOrder<Sort extends string>(now: Order<Sort>, pressed: Sort): Order<Sort> {
  return { by: pressed, order: now.by === pressed && now.order === 'desc' ? 'asc' : 'desc' };
}
