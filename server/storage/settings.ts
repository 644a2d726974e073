import type { SettingOverrides } from '../domain/types.ts';
import type { SettingsStore } from '../ports/operator-store.ts';
import type { Database, Executor } from './schema.ts';

export function settingsStore(db: Database): SettingsStore {
  return {
    async settingOverrides() {
      const rows = await db.selectFrom('settings').selectAll().execute();
      return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) as SettingOverrides;
    },

    async changeSettings(changes) {
      await db.transaction().execute(async (transaction) => {
        for (const [name, changed] of Object.entries(changes)) {
          if (changed === undefined) continue;
          const value = JSON.stringify(
            name === 'limits' ? { ...(await limitsIn(transaction)), ...Object(changed) } : changed,
          );
          await transaction
            .insertInto('settings')
            .values({ name, value })
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
            .execute();
        }
      });
    },
  };
}

async function limitsIn(db: Executor): Promise<object> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'limits').executeTakeFirst();
  return row === undefined ? {} : JSON.parse(row.value);
}
