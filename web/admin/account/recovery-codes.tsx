/** Brings Base UI with it: fetched with the dialog that leads to it. */
import { copyText } from '../../room/invite-link.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { saveText } from './save-text.ts';

/** The codes that stand in for a lost authenticator. The server keeps only their hashes, so this is the one time to see them. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = `${codes.join('\n')}\n`;
  return (
    <Dialog
      open
      alert
      // Esc alone must not throw away what is shown once.
      onClose={() => {}}
      title="Keep your recovery codes"
      description="One-time codes are on. Without your authenticator, each of these lets you in once. They are shown only now: keep them where your password isn’t."
      footer={
        <Button kind="solid" onClick={onDone}>
          I have kept them
        </Button>
      }
    >
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken px-4 py-3 font-mono text-sm tracking-normal max-sm:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2 max-sm:*:flex-1">
        <Button icon={<CopyIcon />} onClick={() => void copyText(text, 'Recovery codes copied')}>
          Copy
        </Button>
        <Button onClick={() => saveText(`bauta-recovery-codes-${window.location.hostname}.txt`, text)}>
          Save as text
        </Button>
      </div>
    </Dialog>
  );
}
