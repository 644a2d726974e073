import { useCallback, useEffect, useState } from 'react';
import type { Block } from '../../protocol/objects.ts';
import { ApiError } from '../api.ts';
import { listBlocks } from '../moderation-api.ts';

export interface Blocks {
  /** Null until the first answer. */
  list: readonly Block[] | null;
  error: string | null;
  reload: () => void;
}

/**
 * Who is blocked. Nothing tells of it live, so it is asked for whenever somebody is likely to look.
 * @param reason asks again when it changes; null asks for nothing
 */
export function useBlocks(code: string, reason: string | null): Blocks {
  const [list, setList] = useState<readonly Block[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const question = reason === null ? null : `${reason} ${asked}`;

  useEffect(() => {
    if (question === null) return;
    let isOver = false;
    listBlocks(code).then(
      (blocks) => {
        if (isOver) return;
        setList(blocks);
        setError(null);
      },
      (refused: unknown) => {
        if (!(refused instanceof ApiError)) throw refused;
        if (!isOver) setError(refused.detail);
      },
    );
    return () => {
      isOver = true;
    };
  }, [code, question]);
  return { list, error, reload: useCallback(() => setAsked((count) => count + 1), []) };
}
