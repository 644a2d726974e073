/** The HTTP calls of the web client. Types come from the contract; its schemas stay on the server, they are large. */
import type { ErrorCode, FieldError, Problem } from '../protocol/errors.ts';
import type { Member, Message, Room, RoomPreview, Session, Site } from '../protocol/objects.ts';
import type { Body } from '../protocol/routes.ts';

const TIMEOUT_MS = 15_000;

/** What the server answers, or `unreachable` where it doesn't. */
export type ApiErrorCode = ErrorCode | 'unreachable';

/** A call that was refused or got no answer. `detail` is a sentence for people. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly detail: string;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly fieldErrors: readonly FieldError[];

  constructor(
    code: ApiErrorCode,
    detail: string,
    status = 0,
    retryAfterSeconds: number | null = null,
    fieldErrors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'ApiError';
    this.code = code;
    this.detail = detail;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.fieldErrors = fieldErrors;
  }
}

export const getSite = () => call<{ site: Site }>('GET', '/api/site/').then((answer) => answer.site);

export const createSession = (body: Body<'createSession'>) =>
  call<{ session: Session }>('POST', '/api/session/create/', body).then((answer) => answer.session);

/** The session of this browser. Throws `unauthenticated` when there is none. */
export const validateSession = () =>
  call<{ session: Session }>('GET', '/api/session/validate/').then((answer) => answer.session);

export const endSession = (options: { eraseMessages: boolean }) =>
  call<void>('DELETE', `/api/session/${options.eraseMessages ? '?erase_messages=true' : ''}`);

export const createRoom = (body: Body<'createRoom'>) =>
  call<{ room: Room; member: Member }>('POST', '/api/rooms/create/', body);
export const joinRoom = (body: Body<'joinRoom'>) =>
  call<{ room: Room; member: Member }>('POST', '/api/rooms/join/', body);
export const listRooms = () => call<{ rooms: Room[] }>('GET', '/api/rooms/').then((answer) => answer.rooms);

/** A member sees the room, others a preview with `me: null`. */
export const getRoom = (code: string) =>
  call<{ room: Room | RoomPreview }>('GET', inRoom(code)).then((answer) => answer.room);

export const updateRoom = (code: string, body: Body<'updateRoom'>) =>
  call<{ room: Room }>('PATCH', inRoom(code), body).then((answer) => answer.room);

export const burnRoom = (code: string) => call<void>('DELETE', inRoom(code));
export const rotateCode = (code: string) =>
  call<{ room: Room }>('POST', inRoom(code, 'rotate/')).then((answer) => answer.room);
export const leaveRoom = (code: string) => call<void>('POST', inRoom(code, 'leave/'));
export const listMembers = (code: string) =>
  call<{ members: Member[] }>('GET', inRoom(code, 'members/')).then((answer) => answer.members);

export const updateMember = (code: string, memberId: string, body: Body<'updateMember'>) =>
  call<{ member: Member }>('PATCH', inRoom(code, `members/${encodeURIComponent(memberId)}/`), body).then(
    (answer) => answer.member,
  );

/** A page in ascending `seq`: the newest, those before a `seq`, or those after one. */
export function listMessages(code: string, page: { limit?: number; before?: number; after?: number } = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(page)) if (value !== undefined) query.set(name, String(value));
  return call<{ messages: Message[]; has_more: boolean }>('GET', inRoom(code, `messages/?${query}`));
}

const inRoom = (code: string, rest = '') => `/api/rooms/${encodeURIComponent(code)}/${rest}`;

/** The answer to a call of this server. Throws an `ApiError` for a refusal, and where there is no answer. */
export async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  return (await callWithStatus<Answer>(method, path, body)).answer;
}

/** For calls whose success has more than one meaning. */
export async function callWithStatus<Answer>(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; answer: Answer }> {
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  if (body !== undefined) {
    request.headers = { 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, request);
    answer = response.status === 204 ? undefined : await response.json();
  } catch {
    // No connection, no answer in time, or one that is not the server's JSON, as of a proxy whose server is away.
    throw new ApiError('unreachable', 'The server isn’t answering.');
  }
  if (response.ok) return { status: response.status, answer: answer as Answer };
  throw isProblem(answer)
    ? fromProblem(answer)
    : new ApiError('unreachable', 'The server isn’t answering.', response.status);
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string';
}

function fromProblem(problem: Problem): ApiError {
  return new ApiError(
    problem.code,
    problem.detail,
    problem.status,
    problem.retry_after_seconds ?? null,
    problem.errors ?? [],
  );
}
