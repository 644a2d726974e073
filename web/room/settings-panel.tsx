import { useState } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import type { Body } from '../../protocol/routes.ts';
import { ApiError, updateRoom } from '../api.ts';
import { printRetention } from '../start/retention.ts';
import { SLOW_MODES } from '../start/slow-mode.ts';
import { Button } from '../ui/button.tsx';
import { FlameIcon } from '../ui/icons.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { PanelName } from './panel-names.ts';
import { RetentionSetting } from './retention-setting.tsx';
import type { RoomDialog } from './room-dialogs.tsx';
import { RoomNameSetting } from './room-name-setting.tsx';
import type { LiveRoom } from './use-room.ts';

interface SettingsPanelProps {
  live: LiveRoom;
  room: Room;
  me: Member;
  onPanel: (name: PanelName) => void;
  onDialog: (dialog: RoomDialog) => void;
}

/** What owner and moderators may change. Each setting is kept at once; what takes messages away asks first. */
export function SettingsPanel({ live, room, me, onPanel, onDialog }: SettingsPanelProps) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [shorter, setShorter] = useState<number | null>(null);
  const isOwner = me.role === 'owner';

  const save = async (change: Body<'updateRoom'>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      live.client.takeRoom(await updateRoom(room.code, change));
      toast('Saved');
      return true;
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason.fieldErrors[0]?.message ?? reason.detail);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const chooseRetention = (seconds: number) => {
    if (seconds < room.retention_seconds) setShorter(seconds);
    else if (seconds > room.retention_seconds) void save({ retention_seconds: seconds });
  };
  const slowModes = SLOW_MODES.some((mode) => mode.value === String(room.slow_mode_seconds))
    ? SLOW_MODES
    : [...SLOW_MODES, { value: String(room.slow_mode_seconds), label: printRetention(room.slow_mode_seconds) }];

  return (
    <>
      {error !== null && shorter === null && (
        <div className="mb-3">
          <Note tone="bad">{error}</Note>
        </div>
      )}
      <RoomNameSetting key={room.name} name={room.name} onSave={(name) => save({ name })} />
      <div className="mt-2">
        {isOwner ? (
          <RetentionSetting key={room.retention_seconds} seconds={room.retention_seconds} onChoose={chooseRetention} />
        ) : (
          <SettingRow label="Messages vanish after" hint="Only the owner can change it">
            <span className="text-ink-2">{printRetention(room.retention_seconds)}</span>
          </SettingRow>
        )}
        <SettingRow label="Slow mode" hint="Time each person waits between messages" htmlFor="slow-mode">
          <Select
            id="slow-mode"
            options={slowModes}
            value={String(room.slow_mode_seconds)}
            onChange={(seconds) => void save({ slow_mode_seconds: Number(seconds) })}
          />
        </SettingRow>
        <SettingRow label="Lock room" hint={`${people(room.member_count)} in, no one new can join`} labelId="lock-room">
          <Switch labelledBy="lock-room" checked={room.locked} onChange={(locked) => void save({ locked })} />
        </SettingRow>
        {isOwner && (
          <SettingRow label="Hand over ownership" hint="You become a moderator">
            <Button onClick={() => onPanel('people')}>Choose…</Button>
          </SettingRow>
        )}
      </div>
      {isOwner && (
        <div className="mt-4 rounded-lg p-4 inset-ring inset-ring-danger-line forced-colors:border">
          <h3 className="font-semibold">Burn this room</h3>
          <p className="mt-1 mb-3 text-sm text-pretty text-ink-2">
            Erases every message, every report, the invite and the member list, now, for everyone. No one can undo it.
          </p>
          <Button kind="danger-line" icon={<FlameIcon />} onClick={() => onDialog('burn')}>
            Burn room…
          </Button>
        </div>
      )}
      {shorter !== null && (
        <ConfirmDialog
          title={`Let messages vanish after ${printRetention(shorter)}?`}
          text={`That also applies to what is here: every message older than ${printRetention(shorter)} is erased now, for everyone; reported ones stay with their report. A longer time later doesn’t bring it back.`}
          keep={`Keep ${printRetention(room.retention_seconds)}`}
          act={`Set ${printRetention(shorter)}`}
          busy={busy && 'Saving…'}
          error={error}
          onConfirm={async () => {
            if (await save({ retention_seconds: shorter })) setShorter(null);
          }}
          onClose={() => setShorter(null)}
        />
      )}
    </>
  );
}

const people = (count: number): string => (count === 1 ? 'You stay' : `${count.toLocaleString('en')} people stay`);
