import { afterEach, beforeEach, describe, expect, setSystemTime, test } from 'bun:test';
import type { LimitName } from '../ports.ts';
import { readLimits } from './limits-setting.ts';
import { createMemoryLimiter } from './memory.ts';

const START_MS = Date.UTC(2026, 0, 1);
const WITHIN = { allowed: true, retryAfterSeconds: 0 };
const at = (offsetMs: number) => setSystemTime(new Date(START_MS + offsetMs));

beforeEach(() => at(0));
afterEach(() => {
  setSystemTime();
});

function limiter(setting = '') {
  const refused: string[] = [];
  return { ...createMemoryLimiter(readLimits(setting), (limit) => refused.push(limit)), refused };
}

async function times<Answer>(count: number, act: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0; n < count; n++) answers.push(await act());
  return answers;
}

describe('ten messages a minute', () => {
  test('the tenth passes, the eleventh waits as long as it is told, and passes at exactly that moment', async () => {
    const { consume, refused } = limiter();
    const send = () => consume('message', 'session');
    expect(await times(10, send)).toEqual(Array(10).fill(WITHIN));
    at(12_345);
    expect(await send()).toEqual({ allowed: false, retryAfterSeconds: 48 });
    expect(refused).toEqual(['message']);
    at(59_999);
    expect(await send()).toEqual({ allowed: false, retryAfterSeconds: 1 });
    at(60_000);
    expect(await send()).toEqual(WITHIN);
  });

  test('whoever waits the told seconds is let through, whenever they asked', async () => {
    for (const askedMs of [0, 1, 999, 1_000, 30_500, 59_001, 59_999]) {
      at(0);
      const { consume } = limiter();
      await times(10, () => consume('message', 'session'));
      at(askedMs);
      const { allowed, retryAfterSeconds } = await consume('message', 'session');
      expect(allowed).toBe(false);
      at(askedMs + retryAfterSeconds * 1_000);
      expect(await consume('message', 'session')).toEqual(WITHIN);
    }
  });

  test('trying again and again doesn’t make the wait longer', async () => {
    const { consume } = limiter();
    await times(10, () => consume('message', 'session'));
    await times(500, () => consume('message', 'session'));
    at(60_000);
    expect(await times(10, () => consume('message', 'session'))).toEqual(Array(10).fill(WITHIN));
  });

  test('what one has used, another may still use, and so for each kind of try', async () => {
    const { consume } = limiter('message=1/60 room=1/60');
    expect(await consume('message', 'a')).toEqual(WITHIN);
    expect((await consume('message', 'a')).allowed).toBe(false);
    expect(await consume('message', 'b')).toEqual(WITHIN);
    expect(await consume('room', 'a')).toEqual(WITHIN);
  });

  test('of many tries at the same moment exactly ten pass', async () => {
    const { consume } = limiter();
    const answers = await Promise.all(Array.from({ length: 40 }, () => consume('message', 'session')));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  test('a try that is given back may be made again', async () => {
    const { consume, giveBack } = limiter();
    await times(10, () => consume('message', 'session'));
    await giveBack('message', 'session');
    expect(await consume('message', 'session')).toEqual(WITHIN);
    expect((await consume('message', 'session')).allowed).toBe(false);
  });
});

test('looking doesn’t count, and sees what has been counted', async () => {
  const { consume, peek } = limiter('lookup=2/60');
  const look = () => peek('lookup', 'network');
  expect(await times(5, look)).toEqual(Array(5).fill(WITHIN));
  await consume('lookup', 'network');
  expect(await look()).toEqual(WITHIN);
  await consume('lookup', 'network');
  at(500);
  expect(await look()).toEqual({ allowed: false, retryAfterSeconds: 60 });
  at(60_000);
  expect(await look()).toEqual(WITHIN);
});

test('a limit that is off lets everything pass', async () => {
  const { consume, peek, giveBack, refused } = limiter('message=off');
  expect(await times(200, () => consume('message', 'session'))).toEqual(Array(200).fill(WITHIN));
  expect(await peek('message', 'session')).toEqual(WITHIN);
  await giveBack('message', 'session');
  expect(refused).toEqual([]);
});

test('every limit that is shipped holds at its number', async () => {
  const { rates } = readLimits('');
  for (const [name, rate] of Object.entries(rates) as [LimitName, { points: number; seconds: number }][]) {
    at(0);
    const { consume } = limiter();
    const answers = await times(rate.points + 1, () => consume(name, 'who'));
    expect([name, answers.filter(({ allowed }) => allowed).length]).toEqual([name, rate.points]);
    expect(answers.at(-1)?.retryAfterSeconds).toBe(rate.seconds);
    at(rate.seconds * 1_000);
    expect(await consume(name, 'who')).toEqual(WITHIN);
  }
});

describe('slow mode', () => {
  test('the next message waits the room’s seconds and passes at exactly that moment', async () => {
    const { pace, refused } = limiter();
    expect(await pace('member', 30)).toEqual(WITHIN);
    at(1_001);
    expect(await pace('member', 30)).toEqual({ allowed: false, retryAfterSeconds: 29 });
    expect(refused).toEqual(['slow_mode']);
    expect(await pace('other', 30)).toEqual(WITHIN);
    at(29_999);
    expect((await pace('member', 30)).allowed).toBe(false);
    at(30_000);
    expect(await pace('member', 30)).toEqual(WITHIN);
    expect((await pace('member', 30)).retryAfterSeconds).toBe(30);
  });

  test('a room without slow mode holds nobody, and what failed is not held against anybody', async () => {
    const { pace, unpace } = limiter();
    expect(await times(50, () => pace('member', 0))).toEqual(Array(50).fill(WITHIN));
    await pace('member', 30);
    await unpace('member');
    expect(await pace('member', 30)).toEqual(WITHIN);
  });
});
