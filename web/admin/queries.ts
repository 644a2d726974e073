/** The cache of what the server answered, and what happens when it no longer knows the operator. */
import { MutationCache, QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import type { Admin, Figures } from '../../protocol/admin-objects.ts';
import { ApiError, call } from '../api.ts';

const ME = ['me'] as const;

/** Who is signed in, and on which server. */
export interface Me {
  admin: Admin;
  confirmed_until: string | null;
  version: string;
  started_at: string;
}

export type Range = '1h' | '24h' | '7d';

export interface Stats {
  now: Figures;
  points: Figures[];
  before: Figures[];
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSignedOut }),
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: {
    // Asked also where the browser believes that there is no network: then it fails, and the pages say so.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // A refusal stays a refusal; only a server that didn't answer is asked again.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.code === 'unreachable',
      staleTime: 2_000,
    },
  },
});

/** Shows the sign-in in place of the page when `error` says that nobody is signed in. The address stays, and so does the page. */
export function noteSignedOut(error: unknown): void {
  if (error instanceof ApiError && error.code === 'unauthenticated') queryClient.setQueryData(ME, null);
}

/** `data` is null where nobody is signed in. */
export function useMe() {
  return useQuery({ queryKey: ME, queryFn: fetchMe, staleTime: 60_000 });
}

async function fetchMe(): Promise<Me | null> {
  try {
    return await call<Me>('GET', '/api/admin/me/');
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unauthenticated') return null;
    throw error;
  }
}

/** Asks again who is signed in, and forgets what was shown to the one before. */
export async function forgetAnswers(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
  await queryClient.refetchQueries({ queryKey: ME });
}

/** Takes up a change of the operator's own account. */
export const refreshMe = () => queryClient.invalidateQueries({ queryKey: ME });

/** How the server is: with its points over `range`, asked for again every `everyMs`. */
export function useStats(range: Range, everyMs: number) {
  return useQuery({
    queryKey: ['stats', range],
    queryFn: () => call<Stats>('GET', `/api/admin/stats/?range=${range}`),
    refetchInterval: everyMs,
  });
}
