import { type CreateTableBuilder, sql } from 'kysely';

/** SQLite checks types only where it is told to. */
export const strict = <Name extends string, Columns extends string>(table: CreateTableBuilder<Name, Columns>) =>
  table.modifyEnd(sql`strict`);
