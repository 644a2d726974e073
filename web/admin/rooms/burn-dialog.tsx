/** Brings Base UI with it: fetched when it first opens. */
import { BurnQuestion } from '../../ui/burn-question.tsx';
import { toast } from '../../ui/toast.tsx';
import { printCount } from '../shell/numbers.ts';
import { useAct } from '../use-act.ts';
import { burnRoom } from './rooms-api.ts';

interface BurnDialogProps {
  code: string;
  name: string;
  /** How many are in it, where that is known. */
  people?: number;
  onBurned: () => void;
  onClose: () => void;
}

/** Takes a word to burn a room: it can't be undone. */
export function BurnDialog({ code, name, people, onBurned, onClose }: BurnDialogProps) {
  const { busy, error, run } = useAct();
  const burn = () =>
    void run(async () => {
      await burnRoom(code);
      toast('Room burned');
      onClose();
      onBurned();
    });
  return (
    <BurnQuestion
      name={name}
      description={`Every message, the invite and the member list are erased now, for ${of(people)}; reports from this room go with it. No one can undo it, not even you.`}
      busy={busy}
      error={error}
      onBurn={burn}
      onClose={onClose}
    />
  );
}

function of(people: number | undefined): string {
  if (people === undefined) return 'everyone in it';
  return people === 1 ? 'the one person in it' : `all ${printCount(people)} people`;
}
