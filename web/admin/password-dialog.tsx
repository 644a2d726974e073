/** Brings Base UI with it: fetched when it first opens. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useMe } from './queries.ts';

/** Asks for the operator's password; `onConfirmed` once the server took it. */
export function PasswordDialog({ onConfirmed, onClose }: { onConfirmed: () => void; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const username = useMe().data?.admin.username;
  const confirm = useMutation({
    mutationFn: () => call<{ confirmed_until: string }>('POST', '/api/admin/confirm/', { password }),
    onSuccess: onConfirmed,
    onError: () => field.current?.select(),
  });
  const submit = () => {
    if (confirm.isPending) return;
    setMissing(password === '');
    if (password === '') field.current?.focus();
    else confirm.mutate();
  };
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      width="narrow"
      phone="sheet"
      title="Enter your password"
      description="Before it does this, the server wants to know that it’s you. Then it doesn’t ask for 15 minutes."
      initialFocus={field}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="solid" type="submit" busy={confirm.isPending && 'Checking…'}>
            Continue
          </Button>
        </>
      }
    >
      {/* Password managers look for whose password it is. */}
      <input
        className="sr-only"
        autoComplete="username"
        value={username ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        ref={field}
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing && password === '' ? 'Enter your password.' : explain(confirm.error)}
      />
    </Dialog>
  );
}

function explain(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.fieldErrors[0]?.message ?? error.detail;
}
