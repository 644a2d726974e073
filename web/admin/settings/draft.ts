/** The settings as they stand in the form, and what of it differs from those that the server has. Pure. */
import type { LimitSettings, Settings, SettingsChange } from '../../../protocol/admin-objects.ts';
import { RATE_SECONDS_MAX, RETENTION_SECONDS } from '../../../protocol/limits.ts';
import { printCount } from '../shell/numbers.ts';
import { readCount } from './count.ts';
import { readSpan, type Span, toSpan } from './span.ts';

export const RATES = ['message', 'report', 'room', 'session', 'lookup', 'login', 'request', 'frame'] as const;
export const MOSTS = ['socket', 'members'] as const;
export type RateName = (typeof RATES)[number];
export type MostName = (typeof MOSTS)[number];

/** As typed. An empty count is no limit. */
export interface RateDraft {
  count: string;
  every: Span;
}

export interface Draft {
  rates: Record<RateName, RateDraft>;
  mosts: Record<MostName, string>;
  retention_default_seconds: Span;
  retention_max_seconds: Span;
  content_chars_max: string;
  room_creation: boolean;
  session_creation: boolean;
  /** One a line. */
  refused_words: string;
  notice: string;
  audit_days: string;
}

/** By the path that the server uses for the field: `limits.message.count`. */
export type FieldFaults = Readonly<Record<string, string>>;

export interface DraftReading {
  /** Only what differs. */
  change: SettingsChange;
  /** `limits.message`, `notice`: what differs, or can't be read. */
  changed: ReadonlySet<string>;
  faults: FieldFaults;
}

/** The time that a limit gets when it is turned on. */
const NEW_RATE_SECONDS = 60;

export function toDraft(settings: Settings): Draft {
  const { limits } = settings;
  const rate = (name: RateName): RateDraft => ({
    count: limits[name] === null ? '' : printCount(limits[name].count),
    every: toSpan(limits[name]?.seconds ?? NEW_RATE_SECONDS),
  });
  const most = (name: MostName): string => (limits[name] === null ? '' : printCount(limits[name]));
  return {
    rates: {
      message: rate('message'),
      room: rate('room'),
      session: rate('session'),
      lookup: rate('lookup'),
      report: rate('report'),
      login: rate('login'),
      request: rate('request'),
      frame: rate('frame'),
    },
    mosts: { socket: most('socket'), members: most('members') },
    retention_default_seconds: toSpan(settings.retention_default_seconds),
    retention_max_seconds: toSpan(settings.retention_max_seconds),
    content_chars_max: printCount(settings.content_chars_max),
    room_creation: settings.room_creation,
    session_creation: settings.session_creation,
    refused_words: settings.refused_words.join('\n'),
    notice: settings.notice,
    audit_days: printCount(settings.audit_days),
  };
}

/** The lines that hold a word, trimmed. */
export const readWords = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Checks only that what was typed can be sent; the server says what it doesn't like of it. */
export function readDraft(draft: Draft, base: Settings): DraftReading {
  const faults: Record<string, string> = {};
  const change: SettingsChange = {};
  const limits: Partial<LimitSettings> = {};
  const was = toDraft(base);

  for (const name of RATES) {
    const path = `limits.${name}`;
    if (isSame(draft.rates[name], was.rates[name])) continue;
    const rate = readRate(draft.rates[name], path, faults);
    if (rate === undefined || !isSame(rate, base.limits[name])) limits[name] = rate ?? null;
  }
  for (const name of MOSTS) {
    if (draft.mosts[name] === was.mosts[name]) continue;
    const most = draft.mosts[name].trim() === '' ? null : readCount(draft.mosts[name]);
    if (most === null && draft.mosts[name].trim() !== '') faults[`limits.${name}`] = NO_NUMBER;
    if (most !== base.limits[name] || faults[`limits.${name}`] !== undefined) limits[name] = most;
  }
  for (const name of ['content_chars_max', 'audit_days'] as const) {
    if (draft[name] === was[name]) continue;
    const count = readCount(draft[name]);
    if (count === null) faults[name] = NO_NUMBER;
    if (count !== base[name]) change[name] = count ?? base[name];
  }
  for (const name of ['retention_default_seconds', 'retention_max_seconds'] as const) {
    if (isSame(draft[name], was[name])) continue;
    const seconds = readSpan(draft[name]);
    if (seconds === null) faults[name] = NO_NUMBER;
    else if (seconds < RETENTION_SECONDS.min || seconds > RETENTION_SECONDS.max)
      faults[name] = 'Between a minute and a year.';
    if (seconds !== base[name]) change[name] = seconds ?? base[name];
  }
  for (const name of ['room_creation', 'session_creation'] as const) {
    if (draft[name] !== base[name]) change[name] = draft[name];
  }
  if (draft.notice !== base.notice) change.notice = draft.notice;
  const words = readWords(draft.refused_words);
  if (!isSame(words, base.refused_words)) change.refused_words = words;

  const { retention_default_seconds: usual = base.retention_default_seconds } = change;
  const { retention_max_seconds: longest = base.retention_max_seconds } = change;
  if (usual > longest && Object.keys(faults).length === 0) {
    faults.retention_default_seconds = 'New rooms can’t keep messages longer than the longest.';
  }
  const changed = new Set([...Object.keys(change), ...Object.keys(limits).map((name) => `limits.${name}`)]);
  if (Object.keys(limits).length > 0) change.limits = limits;
  return { change, changed, faults };
}

const NO_NUMBER = 'Enter a whole number.';

/** Undefined where it can't be read; then `faults` says why. */
function readRate(
  { count: typed, every }: RateDraft,
  path: string,
  faults: Record<string, string>,
): { count: number; seconds: number } | null | undefined {
  if (typed.trim() === '') return null;
  const count = readCount(typed);
  const seconds = readSpan(every);
  if (count === null || count === 0) faults[`${path}.count`] = 'Enter a whole number, or nothing for no limit.';
  if (seconds === null || seconds === 0) faults[`${path}.seconds`] = 'Enter a whole number for the time.';
  else if (seconds > RATE_SECONDS_MAX) faults[`${path}.seconds`] = 'The time can be 23 days at most.';
  return count && seconds ? { count, seconds } : undefined;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
