import { expect } from 'bun:test';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../protocol/errors.ts';

const ProblemShape = z.strictObject({
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.int(),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  request_id: z.string().min(1),
  retry_after_seconds: z.int().min(1).optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string().min(1) })).optional(),
});
export type ProblemBody = z.infer<typeof ProblemShape>;

/** Stack frames, SQL, file paths: nothing of it belongs in an answer. */
const INSIDES = /\n\s+at |\.ts\b|\.js:|node_modules|\bSELECT\b|\bINSERT\b|SQLITE|sqlite|\/tmp\/|\/home\//;

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** What every answer carries, errors and pages included. */
export function expectHeaders(response: Response): void {
  const header = (name: string) => response.headers.get(name) ?? `${name} is missing`;
  const policy = header('content-security-policy');
  expect(policy).not.toContain('unsafe-');
  for (const [directive, value] of Object.entries(POLICY)) expect(policy).toContain(`${directive} ${value}`);
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('x-frame-options')).toBe('DENY');
  expect(header('referrer-policy')).toBe('no-referrer');
  expect(header('cross-origin-opener-policy')).toBe('same-origin');
  expect(header('cross-origin-embedder-policy')).toBe('require-corp');
  expect(header('cross-origin-resource-policy')).toBe('same-origin');
  expect(header('permissions-policy')).toContain('camera=()');
  expect(response.headers.get('server')).toBeNull();
  expect(response.headers.get('x-powered-by')).toBeNull();
  const path = new URL(response.url || 'http://localhost/').pathname;
  if (path.startsWith('/api/') && !path.startsWith('/api/docs')) expect(header('cache-control')).toBe('no-store');
}

/** Checks the shape of RFC 9457 and that the problem agrees with itself, its status and the table of codes. */
export function readProblem(response: Response, text: string): ProblemBody {
  expect(response.headers.get('content-type')).toStartWith('application/problem+json');
  expect(text).not.toMatch(INSIDES);
  const problem = ProblemShape.parse(JSON.parse(text));
  expect({ status: problem.status, title: problem.title }).toEqual(ERRORS[problem.code]);
  expect(response.status).toBe(problem.status);
  if (problem.errors) expect(problem.code).toBe('invalid_request');
  const waits = problem.status === 429 || problem.status === 503;
  expect(problem.retry_after_seconds !== undefined).toBe(waits);
  expect(response.headers.get('retry-after')).toBe(waits ? String(problem.retry_after_seconds) : null);
  return problem;
}
