import { SESSION_HINT_COOKIE } from '../../protocol/limits.ts';

/** False where there is no session for sure. Its own cookie can't be read here, and asking in vain looks like an error in the console. */
export const mayHaveSession = (): boolean => document.cookie.includes(`${SESSION_HINT_COOKIE}=`);
