import { classes } from '../../ui/classes.ts';
import { inputClass } from '../../ui/field.tsx';

/** An input as low as the panel's buttons: 30 px, and 44 on a phone. */
export const smallInputClass = classes(
  inputClass,
  'h-(--h-sm)! rounded-sm! px-2.5! text-sm! max-sm:rounded-md! max-sm:text-[1rem]!',
);
