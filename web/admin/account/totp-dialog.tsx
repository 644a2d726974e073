/** Brings Base UI with it: fetched when it first opens. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../../api.ts';
import { copyText } from '../../room/invite-link.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useConfirmed } from '../confirm.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { enableTotp, type TotpSecret } from './totp-api.ts';

interface TotpDialogProps {
  made: TotpSecret;
  /** Codes are asked for from now on. */
  onEnabled: () => void;
  onClose: () => void;
}

/** Takes the secret to the authenticator, asks for a code as proof, and shows the recovery codes. */
export function TotpDialog({ made, onEnabled, onClose }: TotpDialogProps) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const confirmed = useConfirmed();
  const enable = useMutation({
    mutationFn: (typed: string) => confirmed(() => enableTotp(typed)),
    onSuccess: onEnabled,
    onError: () => field.current?.select(),
  });
  const submit = () => {
    if (enable.isPending) return;
    setMissing(code.trim() === '');
    if (code.trim() === '') field.current?.focus();
    else enable.mutate(code.replace(/\s/g, ''));
  };

  if (enable.data !== undefined) return <RecoveryCodes codes={enable.data} onDone={onClose} />;
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title="Set up one-time codes"
      initialFocus={field}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="solid" type="submit" busy={enable.isPending && 'Turning on…'}>
            Turn on
          </Button>
        </>
      }
    >
      <div className="flex gap-4 max-sm:flex-col">
        <QrCode text={made.uri} label="QR code for the authenticator" />
        <div className="min-w-0 flex-1">
          <p className="text-ink-2">Scan this with your authenticator app, or type the secret there.</p>
          <div className="mt-3 flex items-center rounded-md bg-sunken py-1 pr-1 pl-3">
            <code className="min-w-0 flex-1 font-mono text-sm leading-5 tracking-normal wrap-anywhere text-ink-2">
              {made.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
            <IconButton
              label="Copy secret"
              icon={<CopyIcon />}
              tip="none"
              onClick={() => void copyText(made.secret, 'Secret copied')}
            />
          </div>
          <a href={made.uri} className="mt-2 inline-block py-1 text-sm max-sm:py-3">
            Open in an app on this device
          </a>
        </div>
      </div>
      <TextField
        ref={field}
        label="The code it shows now"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        hint="Six digits. Nothing changes until one has arrived here."
        error={missing && code.trim() === '' ? 'Enter the code that the app shows.' : explain(enable.error)}
      />
    </Dialog>
  );
}

function explain(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.fieldErrors[0]?.message ?? error.detail;
}
