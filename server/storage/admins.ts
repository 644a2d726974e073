import type { AdminId } from '../domain/types.ts';
import type { AdminCredentials, AdminStore } from '../ports/operator-store.ts';
import type { AdminsTable, Database, Executor } from './schema.ts';

const sessionColumns = [
  'admin_sessions.id',
  'admin_sessions.admin_id',
  'admin_sessions.created_at',
  'admin_sessions.last_used_at',
  'admin_sessions.confirmed_at',
] as const;

export function adminStore(db: Database): AdminStore {
  const credentials = async (row: AdminsTable | undefined): Promise<AdminCredentials | null> =>
    row === undefined
      ? null
      : {
          admin: {
            id: row.id,
            username: row.username,
            totp_enabled: row.totp_enabled === 1,
            recovery_codes_left: await codesLeft(db, row.id),
          },
          passwordHash: row.password_hash,
          totpSecret: row.totp_secret,
          totpLastStep: row.totp_last_step,
        };

  return {
    async createAdmin(admin) {
      const result = await db
        .insertInto('admins')
        .values({ ...admin, totp_secret: null, totp_enabled: 0, totp_last_step: 0 })
        .onConflict((conflict) => conflict.column('username').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async resetAdmin(username, password_hash) {
      return db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('admins')
          .set({ password_hash, totp_enabled: 0, totp_secret: null })
          .where('username', '=', username)
          .returning('id')
          .executeTakeFirst();
        if (row === undefined) return null;
        await transaction.deleteFrom('admin_sessions').where('admin_id', '=', row.id).execute();
        await transaction.deleteFrom('admin_recovery_codes').where('admin_id', '=', row.id).execute();
        return row.id;
      });
    },

    async countAdmins() {
      const row = await db
        .selectFrom('admins')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async adminByName(username) {
      return credentials(await db.selectFrom('admins').selectAll().where('username', '=', username).executeTakeFirst());
    },

    async adminById(id) {
      return credentials(await db.selectFrom('admins').selectAll().where('id', '=', id).executeTakeFirst());
    },

    async proposeTotp(id, totp_secret) {
      await db.updateTable('admins').set({ totp_secret }).where('id', '=', id).where('totp_enabled', '=', 0).execute();
    },

    async enableTotp(id, recoveryHashes) {
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('admins').set({ totp_enabled: 1 }).where('id', '=', id).execute();
        await transaction.deleteFrom('admin_recovery_codes').where('admin_id', '=', id).execute();
        await transaction
          .insertInto('admin_recovery_codes')
          .values(recoveryHashes.map((code_hash) => ({ admin_id: id, code_hash })))
          .execute();
      });
    },

    async disableTotp(id) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('admins')
          .set({ totp_enabled: 0, totp_secret: null })
          .where('id', '=', id)
          .execute();
        await transaction.deleteFrom('admin_recovery_codes').where('admin_id', '=', id).execute();
      });
    },

    async useTotpStep(id, step) {
      const result = await db
        .updateTable('admins')
        .set({ totp_last_step: step })
        .where('id', '=', id)
        .where('totp_last_step', '<', step)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async useRecoveryCode(id, hash) {
      const result = await db
        .deleteFrom('admin_recovery_codes')
        .where('admin_id', '=', id)
        .where('code_hash', '=', hash)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async createAdminSession(session, token_hash) {
      await db
        .insertInto('admin_sessions')
        .values({ ...session, token_hash })
        .execute();
    },

    async adminSessionByToken(tokenHash) {
      const session = await db
        .selectFrom('admin_sessions')
        .select(sessionColumns)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (session === undefined) return null;
      const admin = await db.selectFrom('admins').selectAll().where('id', '=', session.admin_id).executeTakeFirst();
      const known = await credentials(admin);
      return known === null ? null : { session, admin: known.admin };
    },

    async adminSessions(id) {
      return db
        .selectFrom('admin_sessions')
        .select(sessionColumns)
        .where('admin_id', '=', id)
        .orderBy('created_at', 'desc')
        .execute();
    },

    async touchAdminSession(id, nowMs) {
      await db
        .updateTable('admin_sessions')
        .set({ last_used_at: nowMs })
        .where('id', '=', id)
        .where('last_used_at', '<', nowMs)
        .execute();
    },

    async confirmAdminSession(id, nowMs) {
      await db.updateTable('admin_sessions').set({ confirmed_at: nowMs }).where('id', '=', id).execute();
    },

    async deleteAdminSession(adminId, id) {
      const result = await db
        .deleteFrom('admin_sessions')
        .where('admin_id', '=', adminId)
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async sweepAdminSessions(madeBefore, usedBefore) {
      await db
        .deleteFrom('admin_sessions')
        .where(({ or, eb }) => or([eb('created_at', '<=', madeBefore), eb('last_used_at', '<=', usedBefore)]))
        .execute();
    },
  };
}

async function codesLeft(db: Executor, id: AdminId): Promise<number> {
  const row = await db
    .selectFrom('admin_recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('admin_id', '=', id)
    .executeTakeFirstOrThrow();
  return row.count;
}
