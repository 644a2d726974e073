import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Admin } from '../../../protocol/admin-objects.ts';
import { ApiError } from '../../api.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Note } from '../../ui/note.tsx';
import { toast } from '../../ui/toast.tsx';
import { isCancelled, useConfirmed } from '../confirm.tsx';
import { refreshMe } from '../queries.ts';
import { FormSection } from '../shell/form-section.tsx';
import { disableTotp, startTotp } from './totp-api.ts';

const TotpDialog = lazyPart(
  () => import('./totp-dialog.tsx'),
  (module) => module.TotpDialog,
);
const ConfirmDialog = lazyPart(
  () => import('../../room/confirm-dialog.tsx'),
  (module) => module.ConfirmDialog,
);

/** From here on it is time for new ones. */
const FEW_CODES = 3;

/** Whether the password alone lets somebody in. */
export function OneTimeCodes({ admin }: { admin: Admin }) {
  const [turningOff, setTurningOff] = useState(false);
  const confirmed = useConfirmed();
  const start = useMutation({ mutationFn: () => confirmed(startTotp) });
  const disable = useMutation({
    mutationFn: () => confirmed(disableTotp),
    onSuccess: async () => {
      await refreshMe();
      setTurningOff(false);
      toast('One-time codes are off');
    },
    onError: (error) => {
      if (isCancelled(error)) setTurningOff(false);
    },
  });
  const failure = explain(start.error);
  const left = admin.recovery_codes_left;
  return (
    <FormSection title="One-time codes" hint="From an authenticator app, asked for beside the password.">
      <div className="flex min-h-7.5 items-center gap-3">
        {admin.totp_enabled ? <Badge tone="accent">On</Badge> : <Badge tone="outline">Off</Badge>}
        <span className="min-w-0 flex-1 text-pretty">
          {admin.totp_enabled
            ? `${left === 1 ? '1 recovery code is' : `${left} recovery codes are`} left.`
            : 'Whoever has your password gets in.'}
        </span>
        {admin.totp_enabled ? (
          <Button size="sm" kind="danger-line" onClick={() => setTurningOff(true)}>
            Turn off…
          </Button>
        ) : (
          <Button size="sm" busy={start.isPending && 'Starting…'} onClick={() => start.mutate()}>
            Set up…
          </Button>
        )}
      </div>
      {admin.totp_enabled && left <= FEW_CODES && (
        <Note tone="warn">For ten new recovery codes, turn one-time codes off and set them up again.</Note>
      )}
      {failure !== undefined && <Note tone="bad">{failure}</Note>}
      {start.data !== undefined && (
        <TotpDialog made={start.data} onEnabled={() => void refreshMe()} onClose={() => start.reset()} />
      )}
      {turningOff && (
        <ConfirmDialog
          title="Turn one-time codes off?"
          text="Whoever has your password gets in. The recovery codes you kept stop working."
          keep="Keep them on"
          act="Turn off"
          busy={disable.isPending && 'Turning off…'}
          error={explain(disable.error) ?? null}
          onConfirm={() => disable.mutate()}
          onClose={() => setTurningOff(false)}
        />
      )}
    </FormSection>
  );
}

function explain(error: unknown): string | undefined {
  return error instanceof ApiError ? error.detail : undefined;
}
