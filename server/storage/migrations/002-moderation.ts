import { type Kysely, type Migration, sql } from 'kysely';
import { strict } from './strict.ts';

export const moderation: Migration = {
  async up(db: Kysely<unknown>) {
    await strict(
      db.schema
        .createTable('blocks')
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
        // A session that has ended can't come back, so its block has nothing left to keep out.
        .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
        .addColumn('member_id', 'text', (column) => column.notNull())
        .addColumn('nickname', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('blocked_by', 'text', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('expires_at', 'integer')
        .addPrimaryKeyConstraint('blocks_once', ['room_id', 'session_id']),
    ).execute();
    await db.schema.createIndex('blocks_by_session').on('blocks').column('session_id').execute();
    await db.schema.createIndex('blocks_by_expiry').on('blocks').column('expires_at').execute();

    await strict(
      db.schema
        .createTable('reports')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
        // No foreign key: the report keeps the message after it has gone.
        .addColumn('message_id', 'text', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('author_member_id', 'text', (column) => column.notNull())
        .addColumn('author_session_id', 'text', (column) => column.references('sessions.id').onDelete('set null'))
        .addColumn('reporter_session_id', 'text', (column) => column.references('sessions.id').onDelete('set null'))
        .addColumn('reporter_member_id', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('details', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('resolved_at', 'integer')
        .addColumn('resolution', 'text')
        .addColumn('note', 'text', (column) => column.notNull())
        .addUniqueConstraint('reports_once', ['message_id', 'reporter_session_id']),
    ).execute();
    await db.schema.createIndex('reports_by_time').on('reports').columns(['created_at', 'id']).execute();
    await db.schema.createIndex('reports_by_status').on('reports').columns(['status', 'created_at', 'id']).execute();
    await db.schema.createIndex('reports_by_room').on('reports').columns(['room_id', 'status', 'created_at']).execute();
    await db.schema.createIndex('reports_by_author').on('reports').column('author_session_id').execute();
    await db.schema.createIndex('reports_by_reporter').on('reports').column('reporter_session_id').execute();

    await strict(
      db.schema
        .createTable('departed')
        .addColumn('member_id', 'text', (column) => column.primaryKey())
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
        .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete('cascade'))
        .addColumn('nickname', 'text', (column) => column.notNull()),
    ).execute();
    await db.schema.createIndex('departed_by_room').on('departed').column('room_id').execute();
    await db.schema.createIndex('departed_by_session').on('departed').column('session_id').execute();

    for (const [name, type] of [
      ['banned_at', 'integer'],
      ['banned_until', 'integer'],
      ['ban_reason', 'text'],
    ] as const) {
      await db.schema.alterTable('sessions').addColumn(name, type).execute();
    }
    await db.schema
      .createIndex('sessions_by_ban')
      .on('sessions')
      .column('banned_at')
      .where(sql.ref('banned_at'), 'is not', null)
      .execute();

    // Lists of the operator go on behind a row, so each order ends in the id.
    for (const [name, column] of [
      ['sessions_by_use', 'last_used_at'],
      ['sessions_by_age', 'created_at'],
    ] as const) {
      await db.schema.dropIndex(name).execute();
      await db.schema.createIndex(name).on('sessions').columns([column, 'id']).execute();
    }
    await db.schema.createIndex('rooms_by_age').on('rooms').columns(['created_at', 'id']).execute();
    await db.schema.createIndex('rooms_by_message').on('rooms').columns(['last_message_at', 'id']).execute();
    await db.schema.createIndex('rooms_by_retention').on('rooms').column('retention_seconds').execute();
  },
};
