import { expect, test } from 'bun:test';
import { groupCommit, type Outcome } from './group-commit.ts';

const done = <Order>(orders: Order[]): Outcome<Order>[] => orders.map((result) => ({ ok: true, result }));
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** A disk that commits when the test says so. */
function slowDisk() {
  const batches: number[][] = [];
  let finish = Promise.withResolvers<Outcome<number>[]>();
  let begun = Promise.withResolvers<void>();
  return {
    batches,
    commit(orders: number[]) {
      batches.push(orders);
      finish = Promise.withResolvers();
      begun.resolve();
      return finish.promise;
    },
    /** Resolves when the next commit is under way. */
    async next() {
      await begun.promise;
      begun = Promise.withResolvers();
    },
    finish: (outcomes: Outcome<number>[]) => finish.resolve(outcomes),
    fail: (error: Error) => finish.reject(error),
  };
}

test('orders that come together go down in one commit, those that come meanwhile in the next', async () => {
  const disk = slowDisk();
  const { submit, idle } = groupCommit(disk.commit);
  const answers = [submit(1), submit(2)];
  await disk.next();
  answers.push(submit(3), submit(4));
  disk.finish(done([1, 2]));
  await disk.next();
  disk.finish(done([3, 4]));
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4]);
  expect(disk.batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
  await idle();
});

test('answers come in the order of the orders', async () => {
  const settled: number[] = [];
  const { submit } = groupCommit(async (orders: number[]) =>
    orders.map((order) =>
      order % 3 === 0 ? { ok: false as const, error: new Error(`${order}`) } : { ok: true as const, result: order },
    ),
  );
  await Promise.all(
    range(50).map((order) =>
      submit(order).then(
        () => settled.push(order),
        () => settled.push(order),
      ),
    ),
  );
  expect(settled).toEqual(range(50));
});

test('one refused order leaves the others of its commit alone', async () => {
  const { submit } = groupCommit(async (orders: string[]) =>
    orders.map((order) =>
      order === 'bad' ? { ok: false as const, error: new Error('refused') } : { ok: true as const, result: order },
    ),
  );
  const [one, bad, two] = await Promise.allSettled([submit('one'), submit('bad'), submit('two')]);
  expect([one, two]).toEqual([
    { status: 'fulfilled', value: 'one' },
    { status: 'fulfilled', value: 'two' },
  ]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'refused' } });
});

test('a commit that fails is told to all of its orders, and the next one is tried', async () => {
  const disk = slowDisk();
  const { submit } = groupCommit(disk.commit);
  const lost = Promise.allSettled([submit(1), submit(2)]);
  await disk.next();
  const kept = submit(3);
  disk.fail(new Error('disk full'));
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await disk.next();
  disk.finish(done([3]));
  expect(await kept).toBe(3);
});

test('no commit holds more than a thousand orders, and none is forgotten', async () => {
  const sizes: number[] = [];
  const { submit, idle } = groupCommit(async (orders: number[]) => {
    sizes.push(orders.length);
    return done(orders);
  });
  const answers = range(2_500).map(submit);
  await idle();
  expect(sizes).toEqual([1_000, 1_000, 500]);
  expect(await Promise.all(answers)).toEqual(range(2_500));
});

test('when the disk can’t keep up, the next one is told to come again instead of waiting for ever', async () => {
  const disk = slowDisk();
  const { submit } = groupCommit(disk.commit);
  const waiting = range(20_000).map(submit);
  await expect(submit(20_000)).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 1 });
  for (let n = 0; n < 20; n++) {
    await disk.next();
    disk.finish(done(disk.batches[n] ?? []));
  }
  expect(await Promise.all(waiting)).toEqual(range(20_000));
});

test('whoever closes the store can wait until nothing waits any more', async () => {
  const { submit, idle } = groupCommit(async (orders: number[]) => done(orders));
  await idle();
  const settled: number[] = [];
  submit(1).then((order) => {
    settled.push(order);
    submit(2).then((next) => settled.push(next));
  });
  await idle();
  expect(settled).toContain(1);
});
