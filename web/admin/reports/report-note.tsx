import { useState } from 'react';
import { NOTE_CHARS_MAX } from '../../../protocol/limits.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field, inputClass } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAct } from '../use-act.ts';

/** What the operator writes to a report, for those who keep order in the room too. @param note as the server has it */
export function ReportNote({ note, onSave }: { note: string; onSave: (note: string) => Promise<void> }) {
  const [draft, setDraft] = useState(note);
  const { busy, error, run } = useAct();
  const used = [...draft].length;
  const isTooLong = used > NOTE_CHARS_MAX;
  const isChanged = draft.trim() !== note;
  const save = () =>
    void run(async () => {
      await onSave(draft);
      toast('Note saved');
    });
  return (
    <div className="mt-5">
      <Field
        label="Note"
        hint="It stays with the report. The room’s owner and moderators can see it."
        error={isTooLong ? `${used - NOTE_CHARS_MAX} over the limit` : error}
        counter={isChanged || isTooLong ? { used, max: NOTE_CHARS_MAX } : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            dir="auto"
            rows={2}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            className={classes(
              inputClass,
              'field-sizing-content h-auto min-h-15 resize-y py-[7px] text-base max-sm:h-auto',
            )}
          />
        )}
      </Field>
      {isChanged && (
        <div className="mt-2 flex gap-2">
          <Button size="sm" aria-disabled={isTooLong} busy={busy && 'Saving…'} onClick={() => !isTooLong && save()}>
            Save note
          </Button>
          <Button size="sm" kind="ghost" onClick={() => setDraft(note)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}
