import { type Kysely, type Migration, sql } from 'kysely';
import { strict } from './strict.ts';

export const messenger: Migration = {
  async up(db: Kysely<unknown>) {
    await strict(
      db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'blob', (column) => column.notNull().unique())
        .addColumn('nickname', 'text', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('last_used_at', 'integer', (column) => column.notNull()),
    ).execute();
    await db.schema.createIndex('sessions_by_use').on('sessions').column('last_used_at').execute();
    await db.schema.createIndex('sessions_by_age').on('sessions').column('created_at').execute();

    await strict(
      db.schema
        .createTable('rooms')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('retention_seconds', 'integer', (column) => column.notNull())
        .addColumn('slow_mode_seconds', 'integer', (column) => column.notNull())
        .addColumn('locked', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('last_seq', 'integer', (column) => column.notNull())
        .addColumn('last_message_at', 'integer', (column) => column.notNull())
        .addColumn('expired_up_to_seq', 'integer', (column) => column.notNull()),
    ).execute();

    await strict(
      db.schema
        .createTable('room_codes')
        .addColumn('code', 'text', (column) => column.primaryKey())
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade')),
    ).execute();
    await db.schema.createIndex('room_codes_by_room').on('room_codes').column('room_id').execute();

    await strict(
      db.schema
        .createTable('members')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
        .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
        .addColumn('nickname', 'text', (column) => column.notNull())
        .addColumn('skeleton', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('joined_at', 'integer', (column) => column.notNull())
        .addUniqueConstraint('members_by_session', ['session_id', 'room_id'])
        .addUniqueConstraint('members_by_skeleton', ['room_id', 'skeleton']),
    ).execute();

    await strict(
      db.schema
        .createTable('messages')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('member_id', 'text', (column) => column.notNull())
        .addColumn('nickname', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('client_id', 'text')
        .addColumn('reply_to', 'text', (column) => column.references('messages.id').onDelete('set null'))
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('edited_at', 'integer')
        .addColumn('deleted_by', 'text')
        .addUniqueConstraint('messages_by_seq', ['room_id', 'seq'])
        .addUniqueConstraint('messages_by_client_id', ['member_id', 'client_id']),
    ).execute();
    await db.schema
      .createIndex('messages_by_reply')
      .on('messages')
      .column('reply_to')
      .where(sql.ref('reply_to'), 'is not', null)
      .execute();

    await strict(
      db.schema
        .createTable('reactions')
        .addColumn('message_id', 'text', (column) => column.notNull().references('messages.id').onDelete('cascade'))
        .addColumn('emoji', 'text', (column) => column.notNull())
        .addColumn('member_id', 'text', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('reactions_once', ['message_id', 'emoji', 'member_id']),
    ).execute();
  },
};
