/** Every number that both ends must know. Sizes are bytes unless the name says otherwise. */

export const NICKNAME_CHARS = { min: 2, max: 32 } as const;
export const ROOM_NAME_CHARS = { min: 1, max: 64 } as const;

export const CONTENT_CHARS_MAX = 4_000;
export const CONTENT_BYTES_MAX = 16 * 1024;

/** The author may change a message for this long. */
export const EDIT_WINDOW_SECONDS = 15 * 60;

export const RETENTION_SECONDS = { min: 60, max: 31_536_000, default: 86_400 } as const;
export const SLOW_MODE_SECONDS = { min: 0, max: 3_600, default: 0 } as const;

export const EMOJI_PER_MESSAGE_MAX = 20;
/** UTF-16 units; the longest emoji in Unicode's list (a family with skin tones) has 35 bytes of UTF-16 at most. */
export const EMOJI_LENGTH_MAX = 32;

export const MESSAGES_PER_PAGE = { default: 50, max: 200 } as const;

/** A text frame over the socket. */
export const FRAME_BYTES_MAX = 64 * 1024;
/** A request body over HTTP. */
export const BODY_BYTES_MAX = 64 * 1024;

/** `typing` is passed on at most this often; the receiver shows it for a little longer. */
export const TYPING_INTERVAL_MS = 3_000;
export const TYPING_SHOWN_MS = 6_000;

/** A client asks `ping` this often, and takes the socket for dead when nothing came for twice as long. */
export const HEARTBEAT_MS = 20_000;

/** In rooms with more members, `welcome` and `presence` carry counts and the roles above member only. */
export const FULL_MEMBER_LIST_MAX = 200;

/** Bad frames on one socket before it is closed with 4400. */
export const BAD_FRAMES_MAX = 5;

/** What a reporter, a moderator or the operator writes beside an order. */
export const NOTE_CHARS_MAX = 500;
export const BLOCK_SECONDS = { min: 60, max: 31_536_000 } as const;
/** A report, and the message in it, is kept this long; shorter where its room goes. */
export const REPORT_DAYS = 30;
export const REPORTS_PER_PAGE = 50;

/** How long the time of a limit may be; timers take no more. */
export const RATE_SECONDS_MAX = 1_999_999;

export const ADMIN_PASSWORD_CHARS = { min: 12, max: 1_024 } as const;

export const PROTOCOL_VERSION = 1;

/** A cookie that pages can read, there while there is a session: `1`. */
export const SESSION_HINT_COOKIE = 'bauta_session_hint';
