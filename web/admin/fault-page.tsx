import { Button } from '../ui/button.tsx';
import { Notice } from './shell/notice.tsx';

/** A fault of the panel takes its place. */
export function FaultPage() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <Notice
        heading="h1"
        title="The panel has a fault"
        text="It stopped, and it doesn’t know why. The server goes on as it was."
        action={
          <Button kind="solid" onClick={() => window.location.reload()}>
            Load it again
          </Button>
        }
      />
    </main>
  );
}
