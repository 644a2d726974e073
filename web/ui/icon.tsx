import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const SIZES = { md: 'size-5 stroke-[1.5]', sm: 'size-4 stroke-[1.7]', xs: 'size-3.5 stroke-[1.9]' } as const;

export interface IconProps {
  /** 20, 16 or 14 px; the stroke grows as the icon shrinks. */
  size?: keyof typeof SIZES;
  className?: string;
}

export function Icon({ size = 'md', className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={classes('block flex-none', SIZES[size], className)}
    >
      {children}
    </svg>
  );
}
