import type { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';

/**
 * What a schema makes of something that came from outside.
 *
 * @throws Refusal `invalid_request`, naming each field that is wrong
 */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 100),
    message: sentenceOf(issue).slice(0, 200),
  }));
  const [first] = errors;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  throw new Refusal('invalid_request', { detail: `${where}${first?.message ?? 'Not valid.'}`, errors });
}

/** For people: the panel shows it beside the field. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `At least ${issue.minimum}${UNITS[issue.origin] ?? ''}.`;
    case 'too_big':
      return `At most ${issue.maximum}${UNITS[issue.origin] ?? ''}.`;
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This must be ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'unrecognized_keys':
      return `There is no such field: ${issue.keys.join(', ')}.`;
    default:
      return issue.message;
  }
}

const UNITS: Record<string, string> = { string: ' characters', array: ' entries' };
const TYPES: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws Refusal `invalid_request` where the bytes are no UTF-8 or no JSON */
export function parseJson(bytes: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof bytes === 'string' ? bytes : utf8.decode(bytes));
  } catch {
    throw new Refusal('invalid_request', { detail: 'Not well-formed JSON in UTF-8.', errors: [] });
  }
}
