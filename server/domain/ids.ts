import type { AdminId, AdminSessionId, MemberId, MessageId, ReportId, RoomId, SessionId } from './types.ts';

type Random = (bytes: number) => Uint8Array;

const opaque = (random: Random): string => random(16).toBase64({ alphabet: 'base64url', omitPadding: true });

export const makeSessionId = (random: Random) => opaque(random) as SessionId;
export const makeRoomId = (random: Random) => opaque(random) as RoomId;
export const makeMemberId = (random: Random) => opaque(random) as MemberId;
export const makeMessageId = (random: Random) => opaque(random) as MessageId;
export const makeReportId = (random: Random) => opaque(random) as ReportId;
export const makeAdminId = (random: Random) => opaque(random) as AdminId;
export const makeAdminSessionId = (random: Random) => opaque(random) as AdminSessionId;

/** 256 random bits, base64url. */
export const makeToken = (random: Random) => random(32).toBase64({ alphabet: 'base64url', omitPadding: true });
