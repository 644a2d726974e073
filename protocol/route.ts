import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** One HTTP call of the contract. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Ends in `/`; parameters as `{name}`. */
  path: `/api/${string}/`;
  summary: string;
  tag: 'Sessions' | 'Rooms' | 'Messages' | 'Moderation' | 'Operator';
  /** What has to be shown: nothing, the session of a person, or that of an operator. */
  needs: 'nothing' | 'session' | 'operator';
  /** Also for a session that the operator has banned. */
  mayBeBanned?: true;
  /** Of the operator's calls: the password must have been entered within the last 15 minutes. */
  confirmed?: true;
  /** A page asks it by itself: it keeps no operator signed in who has gone away. */
  polled?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Status → schema of the body; null for an empty one. */
  answers: Record<number, z.ZodType | null>;
  /** Refusals that this call has besides those that every call has. */
  errors: ErrorCode[];
}

export const route = <const Shape extends Route>(shape: Shape): Shape => shape;
