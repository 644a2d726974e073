/** Room codes: 12 characters of Crockford base32 (60 random bits), written `K7QM-3F9T-XW2A`. */

/** Crockford base32 (https://www.crockford.com/base32.html): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const ROOM_CODE_LENGTH = 12;
const MISREAD: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Twelve symbols without dashes, as the database keeps it. */
export type RoomCode = string & { readonly __brand: 'RoomCode' };

/** @param random gives the wished number of random bytes. 256 is a multiple of 32, so five low bits of a byte are even. */
export function makeRoomCode(random: (bytes: number) => Uint8Array): RoomCode {
  return randomSymbols(random, ROOM_CODE_LENGTH) as RoomCode;
}

/** Symbols of the alphabet, five random bits each. */
export function randomSymbols(random: (bytes: number) => Uint8Array, length: number): string {
  let symbols = '';
  for (const byte of random(length)) symbols += ALPHABET[byte & 31];
  return symbols;
}

/** `K7QM3F9TXW2A` → `K7QM-3F9T-XW2A` */
export const printRoomCode = (code: string): string => inFours(code);

export const inFours = (symbols: string): string => symbols.replace(/(.{4})(?=.)/g, '$1-');

/** Reads what a person typed: case, dashes and spaces don't matter; O, I, L are 0, 1, 1. Null where it is no code. */
export function readRoomCode(typed: string): RoomCode | null {
  // ASCII only: `toUpperCase` turns one foreign letter into two of ours (`ß` → `SS`).
  const symbols = typed
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[OIL]/g, (symbol) => MISREAD[symbol] ?? symbol);
  if (symbols.length !== ROOM_CODE_LENGTH) return null;
  for (const symbol of symbols) if (!ALPHABET.includes(symbol)) return null;
  return symbols as RoomCode;
}

/** A code, or a link with the code in its fragment (`https://host/r/#K7QM-3F9T-XW2A`), as it is pasted. */
export function readRoomCodeOrLink(pasted: string): RoomCode | null {
  const text = pasted.trim();
  const hash = text.lastIndexOf('#');
  return readRoomCode(hash >= 0 ? text.slice(hash + 1) : text);
}
