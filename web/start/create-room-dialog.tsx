import { useId, useRef, useState } from 'react';
import { REPORT_DAYS, ROOM_NAME_CHARS } from '../../protocol/limits.ts';
import type { Room } from '../../protocol/objects.ts';
import { characters, roomNameRule } from '../../protocol/text.ts';
import { ApiError, createRoom } from '../api.ts';
import { useSite } from '../site.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { TextField } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { wordRetention } from './retention.ts';
import { draftRetention, draftSeconds, RetentionChoice, type RetentionDraft } from './retention-choice.tsx';
import { type KnownSession, withSession } from './session.ts';
import { SLOW_MODES } from './slow-mode.ts';

interface CreateRoomDialogProps {
  session: KnownSession;
  nickname: string;
  onClose: () => void;
  onCreated: (room: Room) => void;
  /** Refusals that this dialog has no field for. */
  onRefused: (error: ApiError) => void;
}

export function CreateRoomDialog({ session, nickname, onClose, onCreated, onRefused }: CreateRoomDialogProps) {
  const [name, setName] = useState('');
  const [retention, setRetention] = useState<RetentionDraft | null>(null);
  const { retention_default_seconds: usual, retention_max_seconds: longest } = useSite();
  // Until somebody chooses, what the operator has set: that may be heard of a moment later.
  const retentionDraft = retention ?? draftRetention(Math.min(usual, longest));
  const [slowMode, setSlowMode] = useState('0');
  const [locked, setLocked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ name?: string; retention?: string; form?: string }>({});
  const nameField = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const slowId = useId();
  const lockId = useId();

  const submit = async () => {
    if (busy) return;
    const ruled = name.trim() === '' ? null : roomNameRule(name);
    const seconds = draftSeconds(retentionDraft, longest);
    if (ruled?.ok === false) {
      setWrong({ name: ruled.reason });
      return nameField.current?.focus();
    }
    if (seconds === null) {
      setWrong({ retention: `Write a whole number, from 1 minute to ${wordRetention(longest)}.` });
      return amountField.current?.focus();
    }
    setWrong({});
    setBusy(true);
    const wish = {
      ...(ruled && { name: ruled.text }),
      retention_seconds: seconds,
      slow_mode_seconds: Number(slowMode),
      locked,
      nickname,
    };
    try {
      onCreated((await withSession(session, nickname, () => createRoom(wish))).room);
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiError)) throw error;
      const ofName = error.fieldErrors.find((one) => one.path === 'name');
      if (ofName !== undefined) setWrong({ name: ofName.message });
      else if (STAYS.has(error.code)) setWrong({ form: error.detail });
      else onRefused(error);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title="Create a room"
      initialFocus={nameField}
      onSubmit={submit}
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="solid" type="submit" busy={busy && 'Creating…'}>
            Create room
          </Button>
        </>
      }
    >
      <TextField
        ref={nameField}
        label="Room name"
        hint="Leave it empty and the room is called by its code."
        counter={{ used: characters(name.trim()), max: ROOM_NAME_CHARS.max }}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={wrong.name}
      />
      <RetentionChoice
        maxSeconds={longest}
        draft={retentionDraft}
        onChange={setRetention}
        error={wrong.retention}
        amountField={amountField}
      />
      <p className="-mt-2.5 text-sm text-pretty text-ink-3">
        A message that somebody reports is kept with the report for up to {REPORT_DAYS} days.
      </p>
      <Disclosure label="Advanced">
        <SettingRow label="Slow mode" hint="Time each person waits between messages" htmlFor={slowId}>
          <Select id={slowId} options={SLOW_MODES} value={slowMode} onChange={setSlowMode} />
        </SettingRow>
        <SettingRow label="Start locked" hint="No one can join until you unlock it" labelId={lockId}>
          <Switch checked={locked} onChange={setLocked} labelledBy={lockId} />
        </SettingRow>
      </Disclosure>
      {wrong.form !== undefined && <Note tone="bad">{wrong.form}</Note>}
    </Dialog>
  );
}

/** What trying again in a moment may mend: the dialog stays, with all that was chosen. */
const STAYS: ReadonlySet<string> = new Set(['unreachable', 'unavailable', 'internal', 'invalid_request']);
