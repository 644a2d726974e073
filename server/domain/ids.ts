import type { MemberId, MessageId, RoomId, SessionId } from './types.ts';

type Random = (bytes: number) => Uint8Array;

const opaque = (random: Random): string => random(16).toBase64({ alphabet: 'base64url', omitPadding: true });

export const makeSessionId = (random: Random) => opaque(random) as SessionId;
export const makeRoomId = (random: Random) => opaque(random) as RoomId;
export const makeMemberId = (random: Random) => opaque(random) as MemberId;
export const makeMessageId = (random: Random) => opaque(random) as MessageId;

/** 256 random bits, base64url. */
export const makeToken = (random: Random) => random(32).toBase64({ alphabet: 'base64url', omitPadding: true });
