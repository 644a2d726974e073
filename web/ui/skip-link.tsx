interface SkipLinkProps {
  /** The id of what gets the focus. */
  target: string;
  children: string;
}

/** The first thing that Tab reaches: past the head of the page, to what it is for. */
export function SkipLink({ target, children }: SkipLinkProps) {
  return (
    <a
      href={`#${target}`}
      // The fragment is where a room's code stands, so it must not change.
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
      className="absolute -top-15 left-2 z-(--z-toast) rounded-md bg-raised px-3 py-3 focus:top-2"
    >
      {children}
    </a>
  );
}
