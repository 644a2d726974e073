/** How the settings are called, and how their values are written where they changed. */
import type { Settings, SettingsChange } from '../../../protocol/admin-objects.ts';
import type { FieldError } from '../../../protocol/errors.ts';
import { printRetention } from '../../start/retention.ts';
import { printCount } from '../shell/numbers.ts';
import { type FieldFaults, type MostName, RATES, type RateName } from './draft.ts';
import { printSpan } from './span.ts';

export const RATE_LABELS: Record<RateName, { label: string; hint?: string }> = {
  message: { label: 'Messages per session' },
  room: { label: 'New rooms per network' },
  session: { label: 'New sessions per network' },
  lookup: { label: 'Wrong room codes per network' },
  report: { label: 'Reports per session' },
  login: { label: 'Operator sign-ins per network' },
  request: { label: 'Calls per network' },
  frame: { label: 'Frames per socket', hint: 'Above this, the socket is closed.' },
};

export function printRate(limits: Settings['limits'], name: RateName): string {
  const rate = limits[name];
  return rate === null ? 'no limit' : `${printCount(rate.count)} in ${printSpan(rate.seconds)}`;
}

export function printMost(limits: Settings['limits'], name: MostName): string {
  const most = limits[name];
  return most === null ? 'no limit' : printCount(most);
}

/** What a change takes away. */
export function losses(now: Settings, next: Pick<SettingsChange, 'retention_max_seconds' | 'audit_days'>): string[] {
  const { retention_max_seconds: longest, audit_days: days } = next;
  return [
    ...(longest !== undefined && longest < now.retention_max_seconds
      ? [`Rooms that keep messages longer than ${printRetention(longest)} go down to it, and what is older is deleted.`]
      : []),
    ...(days !== undefined && days < now.audit_days
      ? [`Entries of the audit log older than ${days === 1 ? 'a day' : `${printCount(days)} days`} are deleted.`]
      : []),
  ];
}

/** The server's words at the fields that the form has; `rest` is about none of them. */
export function placeFaults(
  errors: readonly FieldError[],
  words: readonly string[],
): { faults: FieldFaults; rest: string[] } {
  const faults: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of errors) {
    const [first = '', second = ''] = path.split('.');
    const word = first === 'refused_words' ? words[Number(second)] : undefined;
    if (word !== undefined) faults.refused_words ??= `“${word}”: ${message}`;
    else if (first === 'limits' && RATES.some((name) => name === second) && path.split('.').length === 2)
      faults[`${path}.count`] ??= message;
    else if (isField(path)) faults[path] ??= message;
    else rest.push(message);
  }
  return { faults, rest };
}

/** The fields from top to bottom, by their paths. */
export const FIELD_ORDER: readonly string[] = [
  ...RATES.flatMap((name) => [`limits.${name}.count`, `limits.${name}.seconds`]),
  'limits.socket',
  'retention_max_seconds',
  'retention_default_seconds',
  'content_chars_max',
  'room_creation',
  'session_creation',
  'limits.members',
  'refused_words',
  'notice',
  'audit_days',
];

const isField = (path: string) => FIELD_ORDER.includes(path);

/** The id of a field's control, so that it can be found to get the focus. */
export const fieldId = (path: string) => `setting-${path.replaceAll('.', '-')}`;
