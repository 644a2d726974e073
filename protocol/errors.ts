/** RFC 9457 problems: code → status and title. `code` is for programs, title and detail are for people. */
export const ERRORS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'No session, or it has ended' },
  banned: { status: 403, title: 'This session is banned' },
  blocked: { status: 403, title: 'Blocked from this room' },
  forbidden: { status: 403, title: 'Not allowed' },
  confirmation_required: { status: 403, title: 'The password is needed again' },
  room_locked: { status: 403, title: 'This room takes no new members' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  room_gone: { status: 410, title: 'This room is gone' },
  payload_too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'Only JSON is taken here' },
  rate_limited: { status: 429, title: 'Too many tries' },
  internal: { status: 500, title: 'A fault on this server' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** WebSocket close codes (RFC 6455, 7.4: 4000 to 4999 are for private use). */
export const CLOSE = {
  /** The member left the room, here or in another tab. */
  left: 1000,
  going_away: 1001,
  bad_frames: 4400,
  session_ended: 4401,
  blocked: 4403,
  too_slow: 4408,
  room_gone: 4410,
  too_many_frames: 4429,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** What is wrong with one field of a body, query or frame. `path` is dotted: `errors[0].path === "content"`. */
export interface FieldError {
  path: string;
  message: string;
}

/** The body of every answer that is not a success: `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  request_id: string;
  retry_after_seconds?: number;
  errors?: FieldError[];
}
