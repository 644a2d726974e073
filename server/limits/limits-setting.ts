import type { LimitSettings } from '../../protocol/admin-objects.ts';
import type { LimitName } from '../ports.ts';

/** A number of tries within some seconds, or null for no limit. */
export type Rate = { points: number; seconds: number } | null;

export interface Limits {
  rates: Record<LimitName, Rate>;
  /** Open sockets of one session; Infinity for no limit. */
  socketsPerSession: number;
  membersPerRoom: number;
}

/** As shipped. */
const SHIPPED =
  'message=10/60 room=3/3600 session=5/3600 lookup=20/3600 login=5/900 request=100/10 socket=20 members=1000 frame=300/10 report=20/3600';

const RATES = [
  'message',
  'report',
  'room',
  'session',
  'lookup',
  'login',
  'request',
  'frame',
] as const satisfies LimitName[];
const COUNTS = ['socket', 'members'] as const;

/**
 * Reads `LIMITS`: `name=points/seconds`, `name=count` or `name=off`, separated by spaces. What isn't named stays as shipped.
 *
 * @throws Error with a sentence that names what is wrong
 */
export function readLimits(setting: string): Limits {
  const values = new Map<string, string>();
  for (const entry of `${SHIPPED} ${setting}`.split(/\s+/).filter(Boolean)) {
    const [name = '', ...rest] = entry.split('=');
    const value = rest.join('=');
    if (![...RATES, ...COUNTS].some((known) => known === name)) {
      throw new Error(`there is no limit "${name}" (there are: ${[...RATES, ...COUNTS].join(', ')})`);
    }
    values.set(name, value);
  }
  const rates = Object.fromEntries(RATES.map((name) => [name, readRate(name, values.get(name) ?? '')]));
  return {
    rates: rates as Record<LimitName, Rate>,
    socketsPerSession: readCount('socket', values.get('socket') ?? ''),
    membersPerRoom: readCount('members', values.get('members') ?? ''),
  };
}

function readRate(name: string, value: string): Rate {
  if (value === 'off') return null;
  const [, points, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,5}|1\d{6})$/.exec(value) ?? [];
  if (points === undefined || seconds === undefined) {
    throw new Error(`"${name}=${value}" is not of the form ${name}=10/60 (tries/seconds) or ${name}=off`);
  }
  return { points: Number(points), seconds: Number(seconds) };
}

function readCount(name: string, value: string): number {
  if (value === 'off') return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`"${name}=${value}" is not of the form ${name}=20 or ${name}=off`);
  return Number(value);
}

/** As the panel shows and changes them. */
export function limitSettings({ rates, socketsPerSession, membersPerRoom }: Limits): LimitSettings {
  const shown = (rate: Rate) => (rate === null ? null : { count: rate.points, seconds: rate.seconds });
  const most = (count: number) => (Number.isFinite(count) ? count : null);
  return {
    message: shown(rates.message),
    report: shown(rates.report),
    room: shown(rates.room),
    session: shown(rates.session),
    lookup: shown(rates.lookup),
    login: shown(rates.login),
    request: shown(rates.request),
    frame: shown(rates.frame),
    socket: most(socketsPerSession),
    members: most(membersPerRoom),
  };
}

/** The rates among them, as a limiter takes them. */
export function ratesOf(settings: LimitSettings): Limits['rates'] {
  const rate = (name: LimitName): Rate => {
    const set = settings[name];
    return set === null ? null : { points: set.count, seconds: set.seconds };
  };
  return Object.fromEntries(RATES.map((name) => [name, rate(name)])) as Limits['rates'];
}
