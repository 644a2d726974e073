/** An entry of the audit log in words. Pure. */
import type { AuditEntry } from '../../../protocol/admin-objects.ts';
import { printRetention } from '../../start/retention.ts';
import { printCount } from '../shell/numbers.ts';
import { shortId } from '../table/short.ts';

/** Who is reading: their own entries bear their name. */
export interface Reader {
  id: string;
  username: string;
}

/** `operator:<id>` → the reader’s name, or `operator a31f…7c09`; `session:<id>` → `session a31f…7c09`; `system` → `server`. */
export function printActor(actor: string, reader: Reader | undefined): string {
  if (actor === 'system') return 'server';
  if (reader !== undefined && actor === `operator:${reader.id}`) return reader.username;
  return printThing(actor);
}

/** `room:<id>` → `room a31f…7c09`. What has no such form stays as it is. */
export function printThing(thing: string): string {
  const parts = /^([a-z_]+):(.+)$/.exec(thing);
  if (parts === null) return thing;
  const [, kind = '', id = ''] = parts;
  return `${kind.replaceAll('_', ' ')} ${shortId(id)}`;
}

/** What it means that there is none; what isn’t here goes without saying. */
const ABSENT: Record<string, string> = { duration_seconds: 'for good' };

export interface DetailLine {
  label: string;
  text: string;
}

/** The details of an entry, a line each: a changed setting as `10 in 60 s → 20 in 60 s`. */
export function detailLines(details: AuditEntry['details']): DetailLine[] {
  const entries = Object.entries(details).map(([name, value]) => [name, value ?? ABSENT[name]] as const);
  const told = entries.filter(([, value]) => value !== undefined);
  return told.map(([name, value]) => ({
    label: name
      .replace(/^limits\./, 'limit: ')
      .replace(/_(seconds|chars|bytes)\b/g, '')
      .replaceAll('_', ' '),
    text: isChange(value) ? `${printValue(name, value.old)} → ${printValue(name, value.new)}` : printValue(name, value),
  }));
}

/** All of it in a line. */
export const summary = (details: AuditEntry['details']): string =>
  detailLines(details)
    .map(({ label, text }) => `${label} ${text}`)
    .join(', ');

function printValue(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return name.endsWith('_seconds') ? printSeconds(value) : printCount(value);
  if (typeof value === 'string') return isId(name, value) ? shortId(value) : value.replaceAll('_', ' ');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((item) => printValue('', item)).join(', ');
  if (isRate(value)) return `${printCount(value.count)} in ${printSeconds(value.seconds)}`;
  return Object.entries(value)
    .map(([key, inner]) => `${key.replaceAll('_', ' ')} ${printValue(key, inner)}`)
    .join(', ');
}

const printSeconds = (seconds: number): string => (seconds === 0 ? 'off' : printRetention(seconds));

/** 128 random bits, base64url; what a person wrote may look like it, but not under these names. */
const isId = (name: string, value: string): boolean =>
  ['room', 'owner', 'member', 'session', 'message', 'report'].includes(name) && /^[A-Za-z0-9_-]{20,}$/.test(value);

function isChange(value: unknown): value is { old: unknown; new: unknown } {
  return typeof value === 'object' && value !== null && 'old' in value && 'new' in value;
}

function isRate(value: object): value is { count: number; seconds: number } {
  return 'count' in value && 'seconds' in value && typeof value.count === 'number' && typeof value.seconds === 'number';
}
