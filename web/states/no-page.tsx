import { Link } from 'wouter';
import { buttonClass } from '../ui/button.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { StatePage } from '../ui/state-page.tsx';

/** An address that leads nowhere. */
export function NoPage() {
  return (
    <StatePage
      icon={<SearchIcon />}
      title="No page here"
      text="This address leads nowhere. If you followed a link to a room, ask for the whole link."
      actions={
        <Link href="/" className={buttonClass({ kind: 'solid' })}>
          To the start
        </Link>
      }
    />
  );
}
