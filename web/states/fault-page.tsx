import { Button } from '../ui/button.tsx';
import { WarnIcon } from '../ui/icons.tsx';
import { StatePage } from '../ui/state-page.tsx';

/** A fault of this page takes the place of the page. */
export function FaultPage() {
  return (
    <StatePage
      icon={<WarnIcon />}
      tone="bad"
      title="This page has a fault"
      text="It stopped, and it doesn’t know why. Nothing was reported to anyone. Messages that were marked as sent are safe on the server."
      actions={
        <Button kind="solid" onClick={() => window.location.reload()}>
          Load it again
        </Button>
      }
    />
  );
}
