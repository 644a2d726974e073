import { useState } from 'react';
import type { RoomDetail } from '../../../protocol/admin-objects.ts';
import type { Body } from '../../../protocol/routes.ts';
import { RetentionSetting } from '../../room/retention-setting.tsx';
import { printRetention } from '../../start/retention.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingRow } from '../../ui/setting-row.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAct } from '../use-act.ts';
import { changeRoom } from './rooms-api.ts';
import { slowModes } from './slow-modes.ts';

const ConfirmDialog = lazyPart(
  () => import('../../room/confirm-dialog.tsx'),
  (module) => module.ConfirmDialog,
);

/** What the operator may set in somebody’s room. Each is kept at once; what takes messages away asks first. */
export function RoomSettings({ room }: { room: RoomDetail }) {
  const { busy, error, run } = useAct();
  const [shorter, setShorter] = useState<number | null>(null);
  const save = (change: Body<'adminUpdateRoom'>) =>
    run(async () => {
      await changeRoom(room.code, change);
      toast('Saved');
      setShorter(null);
    });
  const chooseRetention = (seconds: number) => {
    if (seconds < room.retention_seconds) setShorter(seconds);
    else if (seconds > room.retention_seconds) void save({ retention_seconds: seconds });
  };
  return (
    <div className="mt-4 border-y border-line sm:[&_select]:h-(--h-sm) sm:[&_select]:rounded-sm sm:[&_select]:text-sm">
      <SettingRow label="Lock" hint="No one new can join" labelId="room-lock">
        <Switch labelledBy="room-lock" checked={room.locked} onChange={(locked) => void save({ locked })} />
      </SettingRow>
      <SettingRow label="Slow mode" hint="Time each person waits" htmlFor="room-slow-mode">
        <Select
          id="room-slow-mode"
          options={slowModes(room.slow_mode_seconds)}
          value={String(room.slow_mode_seconds)}
          onChange={(seconds) => void save({ slow_mode_seconds: Number(seconds) })}
        />
      </SettingRow>
      <RetentionSetting key={room.retention_seconds} seconds={room.retention_seconds} onChoose={chooseRetention} />
      {error !== null && shorter === null && (
        <div className="py-3">
          <Note tone="bad">{error}</Note>
        </div>
      )}
      {shorter !== null && (
        <ConfirmDialog
          title={`Let messages vanish after ${printRetention(shorter)}?`}
          text={`That also applies to what is there: every message older than ${printRetention(shorter)} is erased now, for everyone. A longer time later doesn’t bring it back.`}
          keep={`Keep ${printRetention(room.retention_seconds)}`}
          act={`Set ${printRetention(shorter)}`}
          busy={busy && 'Saving…'}
          error={error}
          onConfirm={() => void save({ retention_seconds: shorter })}
          onClose={() => setShorter(null)}
        />
      )}
    </div>
  );
}
