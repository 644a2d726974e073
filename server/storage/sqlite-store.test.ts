import { expect, test } from 'bun:test';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../ports.ts';
import { appendToSqlite } from './append.sqlite.ts';
import { type OpenedStore, seed, World } from './contract/world.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { storeContract } from './store.contract.ts';

async function openInFolder(clock: Clock, onCommit: (seconds: number, messages: number) => void = () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'bauta-store-'));
  const opened = openSqlite(join(folder, 'bauta.db'));
  await migrate(opened.db);
  const store = createSqliteStore(opened, clock, onCommit);
  let open = true;
  const kept: OpenedStore & { folder: string } = {
    store,
    folder,
    async bytes() {
      const files = await readdir(folder);
      return Buffer.concat(await Promise.all(files.map((file) => readFile(join(folder, file)))));
    },
    async remove() {
      if (open) await store.close();
      open = false;
      await rm(folder, { recursive: true });
    },
  };
  return kept;
}

console.log(`sqlite-store.test.ts: SEED=${seed}`);
storeContract('SQLite in a file', openInFolder);

test('what arrives while a commit is under way shares the next one', async () => {
  const commits: number[] = [];
  await using world = await World.settle((clock) => openInFolder(clock, (_, messages) => commits.push(messages)));
  const { owner } = await world.room();
  await Promise.all(Array.from({ length: 200 }, () => world.say(owner)));
  expect(commits).toEqual([200]);
});

test('a message that was answered is there when the database is opened by another process', async () => {
  let folder = '';
  await using world = await World.settle(async (clock) => {
    const opened = await openInFolder(clock);
    folder = opened.folder;
    return opened;
  });
  const { owner, room } = await world.room();
  await world.say(owner, 'still here');
  const other = openSqlite(join(folder, 'bauta.db'));
  const contents = await other.db.selectFrom('messages').select('content').where('room_id', '=', room.id).execute();
  await other.db.destroy();
  expect(contents).toEqual([{ content: 'still here' }]);
});

test('what the server commits while another process sweeps is kept, at whatever moment it comes', async () => {
  let folder = '';
  await using world = await World.settle(async (clock) => {
    const opened = await openInFolder(clock);
    folder = opened.folder;
    return opened;
  });
  const server = openSqlite(join(folder, 'bauta.db'));
  const clock = { nowMs: () => world.nowMs };
  const { appendAll } = appendToSqlite(server.raw, clock);
  // Each round the message comes a step later, so that it falls between each two looks of the sweep.
  for (let steps = 0; steps < 120; steps++) {
    const { room, owner } = await world.room({ retention_seconds: 60 });
    await world.say(owner, 'old');
    world.nowMs += 60_000;
    const sweeping = world.store.sweep(world.nowMs);
    for (let step = 0; step < steps; step++) await Promise.resolve();
    appendAll([world.draft(owner, 'new')]);
    await sweeping;
    await world.store.sweep(world.nowMs);
    expect([steps, await world.contents(room)]).toEqual([steps, ['new']]);
  }
  await server.db.destroy();
});

test('bringing the schema up to date twice does nothing the second time', async () => {
  const opened = openSqlite(':memory:');
  expect(await migrate(opened.db)).toEqual(['001-messenger', '002-moderation', '003-operator']);
  expect(await migrate(opened.db)).toEqual([]);
  await opened.db.destroy();
});
