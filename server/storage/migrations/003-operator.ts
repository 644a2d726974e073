import type { Kysely, Migration } from 'kysely';
import { strict } from './strict.ts';

export const operator: Migration = {
  async up(db: Kysely<unknown>) {
    await strict(
      db.schema
        .createTable('admins')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('username', 'text', (column) => column.notNull().unique())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('totp_secret', 'text')
        .addColumn('totp_enabled', 'integer', (column) => column.notNull())
        .addColumn('totp_last_step', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'integer', (column) => column.notNull()),
    ).execute();

    await strict(
      db.schema
        .createTable('admin_recovery_codes')
        .addColumn('admin_id', 'text', (column) => column.notNull().references('admins.id').onDelete('cascade'))
        .addColumn('code_hash', 'blob', (column) => column.notNull())
        .addPrimaryKeyConstraint('recovery_codes_once', ['admin_id', 'code_hash']),
    ).execute();

    await strict(
      db.schema
        .createTable('admin_sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('admin_id', 'text', (column) => column.notNull().references('admins.id').onDelete('cascade'))
        .addColumn('token_hash', 'blob', (column) => column.notNull().unique())
        .addColumn('created_at', 'integer', (column) => column.notNull())
        .addColumn('last_used_at', 'integer', (column) => column.notNull())
        .addColumn('confirmed_at', 'integer', (column) => column.notNull()),
    ).execute();
    await db.schema.createIndex('admin_sessions_by_admin').on('admin_sessions').column('admin_id').execute();

    await strict(
      db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull()),
    ).execute();

    await strict(
      db.schema
        .createTable('figures')
        .addColumn('at', 'integer', (column) => column.primaryKey())
        .addColumn('sessions', 'integer', (column) => column.notNull())
        .addColumn('connected', 'integer', (column) => column.notNull())
        .addColumn('rooms', 'integer', (column) => column.notNull())
        .addColumn('messages_stored', 'integer', (column) => column.notNull())
        .addColumn('messages', 'integer', (column) => column.notNull())
        .addColumn('open_reports', 'integer', (column) => column.notNull())
        .addColumn('refused', 'integer', (column) => column.notNull())
        .addColumn('memory_bytes', 'integer', (column) => column.notNull())
        .addColumn('event_loop_delay_ms', 'real', (column) => column.notNull())
        .addColumn('database_bytes', 'integer', (column) => column.notNull()),
    ).execute();

    await strict(
      db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'integer', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('subject', 'text')
        .addColumn('details', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull()),
    ).execute();
    await db.schema.createIndex('audit_by_event').on('audit').columns(['event', 'seq']).execute();
    await db.schema.createIndex('audit_by_actor').on('audit').columns(['actor', 'seq']).execute();
    await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();

    // Where the chain begins after its old end was cut: one row.
    await strict(
      db.schema
        .createTable('audit_anchor')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull()),
    ).execute();
  },
};
