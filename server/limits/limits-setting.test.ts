import { describe, expect, test } from 'bun:test';
import { readLimits } from './limits-setting.ts';

describe('LIMITS', () => {
  test('unset leaves everything as shipped', () => {
    expect(readLimits('')).toEqual({
      rates: {
        message: { points: 10, seconds: 60 },
        report: { points: 20, seconds: 3_600 },
        room: { points: 3, seconds: 3_600 },
        session: { points: 5, seconds: 3_600 },
        lookup: { points: 20, seconds: 3_600 },
        login: { points: 5, seconds: 900 },
        request: { points: 100, seconds: 10 },
        frame: { points: 300, seconds: 10 },
      },
      socketsPerSession: 20,
      membersPerRoom: 1_000,
    });
  });

  test('overrides what it names and leaves the rest', () => {
    const limits = readLimits('  message=30/60\n members=5 session=off  socket=off ');
    expect(limits.rates).toEqual({
      ...readLimits('').rates,
      message: { points: 30, seconds: 60 },
      session: null,
    });
    expect(limits.membersPerRoom).toBe(5);
    expect(limits.socketsPerSession).toBe(Number.POSITIVE_INFINITY);
  });

  test('takes the last word where it names a limit twice', () => {
    expect(readLimits('room=1/2 room=3/4').rates.room).toEqual({ points: 3, seconds: 4 });
  });

  test.each([
    ['speed=1/2', 'there is no limit "speed"'],
    ['Message=1/2', 'there is no limit "Message"'],
    ['=1/2', 'there is no limit ""'],
    ['message', '"message=" is not of the form'],
    ['message=', '"message=" is not of the form'],
    ['message=10', '"message=10" is not of the form message=10/60'],
    ['message=10/', '"message=10/" is not of the form'],
    ['message=/60', '"message=/60" is not of the form'],
    ['message=0/60', '"message=0/60" is not of the form'],
    ['message=10/0', '"message=10/0" is not of the form'],
    ['message=-1/60', '"message=-1/60" is not of the form'],
    ['message=1.5/60', '"message=1.5/60" is not of the form'],
    ['message=1e3/60', '"message=1e3/60" is not of the form'],
    ['message=10/60/2', '"message=10/60/2" is not of the form'],
    ['message=10/60=5', '"message=10/60=5" is not of the form'],
    ['message=9999999999/60', '"message=9999999999/60" is not of the form'],
    ['message=OFF', '"message=OFF" is not of the form'],
    ['message=10/60,room=1/2', '"message=10/60,room=1/2" is not of the form'],
    ['members=5/60', '"members=5/60" is not of the form members=20'],
    ['members=0', '"members=0" is not of the form'],
    ['socket=', '"socket=" is not of the form'],
    ['socket=many', '"socket=many" is not of the form'],
  ])('%s is refused, and the words name it', (setting, words) => {
    expect(() => readLimits(setting)).toThrow(words);
  });
});
