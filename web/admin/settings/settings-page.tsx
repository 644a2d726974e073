import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Settings, SettingsChange } from '../../../protocol/admin-objects.ts';
import { ApiError, call } from '../../api.ts';
import { toast } from '../../ui/toast.tsx';
import { isCancelled, useConfirmed } from '../confirm.tsx';
import { useLeaveGuard } from '../leave-guard.tsx';
import { queryClient } from '../queries.ts';
import { AdminPage } from '../shell/admin-page.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { type Draft, type FieldFaults, readDraft, readWords } from './draft.ts';
import { forgetDraft, keepDraft, useDraft } from './kept-draft.ts';
import { SaveBar } from './save-bar.tsx';
import { SettingsForm } from './settings-form.tsx';
import { FIELD_ORDER, fieldId, losses, placeFaults } from './settings-words.ts';

interface SettingsAnswer {
  settings: Settings;
  shipped: Settings;
}

const KEY = ['settings'] as const;

/** What the operator sets while the server runs. */
export function SettingsPage() {
  const loaded = useQuery({
    queryKey: KEY,
    queryFn: () => call<SettingsAnswer>('GET', '/api/admin/settings/'),
    // Fields must not change under the operator's hands.
    refetchOnWindowFocus: false,
  });
  if (loaded.data !== undefined) return <LoadedSettings settings={loaded.data.settings} />;
  return (
    <AdminPage title="Settings" padded>
      {loaded.isError ? (
        <LoadFailure error={loaded.error} busy={loaded.isFetching} onTry={() => void loaded.refetch()} />
      ) : (
        <Loading />
      )}
    </AdminPage>
  );
}

function LoadedSettings({ settings }: { settings: Settings }) {
  const { draft, base } = useDraft(settings);
  const { change, changed, faults } = readDraft(draft, base);
  const [shown, setShown] = useState<FieldFaults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const confirmed = useConfirmed();
  const save = useMutation({
    mutationFn: (body: SettingsChange) => confirmed(() => call<SettingsAnswer>('PATCH', '/api/admin/settings/', body)),
    onSuccess: (answer) => {
      queryClient.setQueryData(KEY, answer);
      forgetDraft();
      toast('Saved');
    },
    onError: (error) => {
      if (isCancelled(error)) return;
      const { faults: placed, rest } = placeFaults(
        error instanceof ApiError ? error.fieldErrors : [],
        readWords(draft.refused_words),
      );
      setShown(placed);
      if (Object.keys(placed).length > 0) setFailure(rest[0] ?? null);
      else
        setFailure(
          error instanceof ApiError ? (rest[0] ?? error.detail) : 'The panel can’t read what the server answered.',
        );
    },
  });
  useLeaveGuard(changed.size > 0, forgetDraft);
  useFocusOnFault(shown);

  const edit = (next: Draft) => {
    keepDraft(next, base);
    setFailure(null);
    // A word about a field goes when somebody writes in the form; what is still wrong is said at the next try.
    if (Object.keys(shown).length > 0) setShown({});
  };
  const submit = () => {
    if (save.isPending || changed.size === 0) return;
    setShown(faults);
    setFailure(null);
    if (Object.keys(faults).length === 0) save.mutate(change);
  };
  const discard = () => {
    forgetDraft();
    setShown({});
    setFailure(null);
  };

  return (
    <AdminPage
      title="Settings"
      padded
      bar={
        changed.size > 0 && (
          <SaveBar
            count={changed.size}
            losses={losses(base, change)}
            failure={failure}
            busy={save.isPending}
            onDiscard={discard}
          />
        )
      }
    >
      <SettingsForm draft={draft} base={base} changed={changed} faults={shown} onChange={edit} onSubmit={submit} />
    </AdminPage>
  );
}

/** The first field that is wrong gets the focus, when it is said. */
function useFocusOnFault(faults: FieldFaults): void {
  useEffect(() => {
    const first = FIELD_ORDER.find((path) => path in faults);
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
  }, [faults]);
}
