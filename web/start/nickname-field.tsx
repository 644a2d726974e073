import { Avatar } from '../ui/avatar.tsx';
import { TextField } from '../ui/field.tsx';
import { DiceIcon } from '../ui/icons.tsx';
import type { NicknameChoice } from './nickname.ts';

/** A nickname, and a mask like the one that the room will give. */
export function NicknameField({ nickname }: { nickname: NicknameChoice }) {
  return (
    <div>
      <div className="flex items-start gap-3.5">
        <Avatar memberId={nickname.suggested} size={56} className="mt-1" />
        <TextField
          className="flex-1"
          ref={nickname.field}
          label="Your nickname"
          value={nickname.value}
          onChange={(event) => nickname.type(event.currentTarget.value)}
          error={nickname.error}
          inside={
            <button
              type="button"
              onClick={nickname.surprise}
              className="relative inline-flex items-center gap-1.5 rounded-[5px] px-2.5 text-sm font-medium whitespace-nowrap text-accent-text hover:bg-hover max-sm:after:absolute max-sm:after:-inset-1"
            >
              <DiceIcon size="sm" />
              Surprise me
            </button>
          }
        />
      </div>
      <p className="mt-2.5 text-sm text-pretty text-ink-3">
        People in the room see this and a mask that is new in every room.
      </p>
    </div>
  );
}
