import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Note } from '../../ui/note.tsx';
import { ThemeToggle } from '../../ui/theme-toggle.tsx';
import { forgetAnswers } from '../queries.ts';
import { Wait } from './wait.tsx';

/** The operator's way in. It stands at whatever address was asked for, so that one is there afterwards. */
export function SignInPage() {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string; code?: string }) =>
      call<unknown>('POST', '/api/admin/login/', body),
    onSuccess: forgetAnswers,
  });
  useEffect(() => {
    document.title = 'Sign in · Bauta admin';
  }, []);
  const waitSeconds = signIn.error instanceof ApiError ? signIn.error.retryAfterSeconds : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signIn.isPending) return;
    // Read from the form, not from state: a password manager may fill it in without telling React.
    const typed = new FormData(event.currentTarget);
    const read = (name: string) => String(typed.get(name) ?? '');
    const username = read('username').trim();
    const code = read('code').replace(/\s/g, '');
    const absent = [...(username === '' ? ['username'] : []), ...(read('password') === '' ? ['password'] : [])];
    setMissing(absent);
    const first = absent[0];
    if (first !== undefined) focusField(form.current, first);
    else signIn.mutate({ username, password: read('password'), ...(code !== '' && { code }) });
  };
  return (
    <>
      <ThemeToggle className="!absolute top-4 right-5 max-sm:top-2 max-sm:right-2" />
      <main className="grid min-h-dvh place-items-center px-6 py-14">
        <form ref={form} noValidate onSubmit={submit} className="grid w-full max-w-[21.5rem] gap-4">
          <div className="mb-1.5">
            <Mark />
            <h1 className="mt-4.5 text-2xl leading-[1.9rem] font-semibold tracking-[-0.022em]">Operator sign-in</h1>
            <p className="mt-1 truncate text-ink-2">{window.location.host}</p>
          </div>
          <TextField
            label="Username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            error={missing.includes('username') && 'Enter your username.'}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            error={missing.includes('password') && 'Enter your password.'}
          />
          <TextField
            label="One-time code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            hint="Only if you have set one up; each code works once. A recovery code works too."
          />
          {waitSeconds === null && signIn.error !== null && <Note tone="bad">{explain(signIn.error)}</Note>}
          {waitSeconds !== null && (
            <Wait
              key={signIn.submittedAt}
              reason={explain(signIn.error)}
              seconds={waitSeconds}
              onOver={() => signIn.reset()}
            />
          )}
          <Button
            kind="solid"
            size="lg"
            block
            type="submit"
            disabled={waitSeconds !== null}
            busy={signIn.isPending && 'Signing in…'}
          >
            Sign in
          </Button>
          <p className="text-sm text-ink-3">Every try is logged.</p>
        </form>
      </main>
    </>
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}

/** The server says the same whether the name, the password or the code was wrong. */
function explain(error: unknown): string {
  return error instanceof ApiError ? error.detail : 'The panel can’t read what the server answered.';
}
