import { ERRORS, type Problem } from '../../protocol/errors.ts';
import { Refusal } from '../domain/refusal.ts';

/** An RFC 9457 problem as a response. Anything but a refusal shows as `internal`: no stack, no SQL, no path. */
export function problemResponse(error: unknown, requestId: string): Response {
  const refusal = asRefusal(error);
  const { status, title } = ERRORS[refusal.code];
  const problem: Problem = {
    type: `urn:bauta:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.message,
    request_id: requestId,
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (status === 429 || status === 503) {
    problem.retry_after_seconds = refusal.retryAfterSeconds ?? 5;
    headers.set('Retry-After', String(problem.retry_after_seconds));
  }
  if (refusal.errors !== undefined) problem.errors = refusal.errors;
  return new Response(JSON.stringify(problem), { status, headers });
}

/** What people are told of any error. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal('internal', { detail: 'This is a fault of the server. It has been noted.' });
}
