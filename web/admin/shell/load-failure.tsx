import { ApiError } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from './notice.tsx';

interface LoadFailureProps {
  error: unknown;
  /** While it is tried again. */
  busy: boolean;
  onTry: () => void;
  /** `h1` where it is all that the page says. */
  heading?: 'h1' | 'h2';
}

/** Stands where something couldn't be loaded, says why and tries again when asked. */
export function LoadFailure({ error, busy, onTry, heading }: LoadFailureProps) {
  return (
    <div role="alert">
      <Notice
        heading={heading}
        title="This couldn’t be loaded"
        text={error instanceof ApiError ? error.detail : 'The panel can’t read what the server answered.'}
        action={
          <Button busy={busy && 'Trying…'} onClick={onTry}>
            Try again
          </Button>
        }
      />
    </div>
  );
}
