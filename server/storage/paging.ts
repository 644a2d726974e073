import { type Expression, type SqlBool, sql } from 'kysely';
import type { After } from '../ports/moderation-store.ts';
import type { Order } from '../ports/operator-store.ts';

/**
 * What comes behind a row in an order by two columns, as a comparison of rows, which an index over both can walk from that
 * place on (a page costs the same, however far back it lies).
 *
 * @param key, id columns, or SQL of this program's own; never anything that came from outside
 */
export function behind(key: string, id: string, order: Order, after: After | null): Expression<SqlBool> {
  const than = sql.raw(order === 'desc' ? '<' : '>');
  return sql<SqlBool>`(${sql.raw(key)}, ${sql.raw(id)}) ${than} (${after?.key ?? 0}, ${after?.id ?? ''})`;
}
