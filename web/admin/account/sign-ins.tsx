import { useMutation, useQuery } from '@tanstack/react-query';
import type { AdminSession } from '../../../protocol/admin-objects.ts';
import { ApiError, call } from '../../api.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { toast } from '../../ui/toast.tsx';
import { queryClient } from '../queries.ts';
import { FormSection } from '../shell/form-section.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { signOut } from '../shell/sign-out.ts';
import { useMinute } from '../table/use-minute.ts';
import { age, shortTime } from '../table/when.ts';

const KEY = ['sign-ins'] as const;

/** Where this operator is signed in. */
export function SignIns() {
  const list = useQuery({
    queryKey: KEY,
    queryFn: () => call<{ sessions: AdminSession[] }>('GET', '/api/admin/me/sessions/'),
  });
  return (
    <FormSection
      title="Where you’re signed in"
      hint="The server keeps no address and no name of the browser, only when it was used."
    >
      {list.isError && list.data === undefined && (
        <LoadFailure error={list.error} busy={list.isFetching} onTry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading />}
      {list.data !== undefined && (
        <ul>
          {[...list.data.sessions].sort(hereFirst).map((session) => (
            <SignIn key={session.id} session={session} />
          ))}
        </ul>
      )}
    </FormSection>
  );
}

const hereFirst = (one: AdminSession, other: AdminSession) =>
  Number(other.current) - Number(one.current) || other.last_used_at.localeCompare(one.last_used_at);

function SignIn({ session }: { session: AdminSession }) {
  const nowMs = useMinute();
  const end = useMutation({
    mutationFn: () => call<void>('DELETE', `/api/admin/me/sessions/${encodeURIComponent(session.id)}/`),
    onSuccess: () => toast('Signed out there'),
    // Whether it went or was gone before: the list knows.
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
  const used = age(Date.parse(session.last_used_at), nowMs);
  const failure = end.error instanceof ApiError && end.error.code !== 'not_found' ? end.error.detail : null;
  return (
    <li className="border-line py-2.5 not-last:border-b first:pt-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2">
            Signed in {shortTime(Date.parse(session.created_at), nowMs)}
            {session.current && <Badge tone="accent">This browser</Badge>}
          </div>
          <div className="text-ink-3">
            used {used === 'now' ? 'just now' : `${used} ago`}; unused, it ends at{' '}
            {shortTime(Date.parse(session.expires_at), nowMs)}
          </div>
        </div>
        <Button
          size="sm"
          busy={end.isPending && 'Signing out…'}
          onClick={session.current ? signOut : () => end.mutate()}
          aria-label={`Sign out ${session.current ? 'here' : `the one from ${shortTime(Date.parse(session.created_at), nowMs)}`}`}
        >
          Sign out
        </Button>
      </div>
      {failure !== null && <Note tone="bad">{failure}</Note>}
    </li>
  );
}
