import { memo } from 'react';
import { classes } from './classes.ts';
import { maskOf } from './mask.ts';

const SIZES = { 20: 'size-5', 28: 'size-7', 32: 'size-8', 36: 'size-9', 56: 'size-14' } as const;

interface AvatarProps {
  /** The opaque id of a member. */
  memberId: string;
  /** Pixels. */
  size?: keyof typeof SIZES;
  className?: string;
}

/** A member's mask. Hidden from screen readers: the name beside it carries the meaning. */
export const Avatar = memo(function Avatar({ memberId, size = 32, className }: AvatarProps) {
  const { hue, flipped, path } = maskOf(memberId);
  const [ground, figure] = flipped ? ['f', 'g'] : ['g', 'f'];
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classes('hue-safe block flex-none', SIZES[size], className)}>
      <rect width="32" height="32" rx="9" fill={`var(--m${hue}-${ground})`} />
      <g fill={`var(--m${hue}-${figure})`}>
        <path d={path} transform="translate(4.15 4.1)" />
        <path d={path} transform="matrix(-1 0 0 1 27.85 4.1)" />
      </g>
    </svg>
  );
});
