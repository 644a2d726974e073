import { useRef, useState } from 'react';
import { NICKNAME_CHARS } from '../../protocol/limits.ts';
import { characters, nicknameRule } from '../../protocol/text.ts';
import type { ApiError } from '../api.ts';
import { suggestNickname } from './nickname-words.ts';
import type { KnownSession } from './session.ts';

const LENGTH = `Choose a nickname of ${NICKNAME_CHARS.min} to ${NICKNAME_CHARS.max} characters.`;
const TAKEN = 'That nickname, or one that looks like it, is taken in this room.';

/** A nickname being chosen: the session's, or a suggestion, until somebody types. */
export function useNickname(session: KnownSession) {
  const [typed, setTyped] = useState<string | null>(null);
  const [suggested, setSuggested] = useState(suggestNickname);
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // Empty while the session is being asked for, so that one name doesn't jump to another.
  const proposed = session === 'asking' ? '' : typeof session === 'object' ? session.nickname : suggested;
  const value = typed ?? proposed;

  const refuse = (reason: string) => {
    setError(reason);
    field.current?.focus();
  };

  return {
    value,
    error,
    field,
    /** Seeds the mask that is shown beside it. */
    suggested,
    type(text: string) {
      setTyped(text);
      setError(null);
    },
    surprise() {
      const next = suggestNickname();
      setSuggested(next);
      setTyped(next);
      setError(null);
    },
    /** The nickname as the server will keep it, or null with the reason under the field. */
    check(): string | null {
      const ruled = nicknameRule(value);
      if (ruled.ok) return ruled.text;
      const count = characters(value.normalize('NFC').trim());
      const isLength = count < NICKNAME_CHARS.min || count > NICKNAME_CHARS.max;
      refuse(isLength ? LENGTH : ruled.reason);
      return null;
    },
    /** Shows a refusal of the server under the field if the nickname is what it is about. */
    takes(refused: ApiError): boolean {
      const ofField = refused.fieldErrors.find((one) => one.path === 'nickname');
      if (ofField === undefined && refused.code !== 'conflict') return false;
      refuse(ofField?.message ?? TAKEN);
      return true;
    },
  };
}

export type NicknameChoice = ReturnType<typeof useNickname>;
