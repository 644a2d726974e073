import { classes } from './classes.ts';

/** The mark: two mirrored halves of the bauta, equal in shape, unlike in tone. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 64 64"
      aria-hidden="true"
      className={classes('block flex-none text-accent-text', className ?? 'size-6.5')}
    >
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M32 5C22.5 5 13.5 6.9 6.5 10c.6 15.6 4.2 25.7 12.6 33l-6.1 12.5C18.8 57.8 25.2 59 32 59zM14.5 25c3.5-4.6 9-4.6 12.5 0-3.5 4.6-9 4.6-12.5 0z"
      />
      <path
        fill="currentColor"
        opacity=".62"
        fillRule="evenodd"
        d="M32 5c9.5 0 18.5 1.9 25.5 5-.6 15.6-4.2 25.7-12.6 33L51 55.5C45.2 57.8 38.8 59 32 59zM37 25c3.5-4.6 9-4.6 12.5 0-3.5 4.6-9 4.6-12.5 0z"
      />
    </svg>
  );
}
