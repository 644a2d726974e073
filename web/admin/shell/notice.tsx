import type { ReactNode } from 'react';

interface NoticeProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** `h1` where it is all that the page says. */
  heading?: 'h1' | 'h2' | undefined;
}

/** What stands where a list or a page would be: nothing here yet, or it couldn't be loaded. */
export function Notice({ title, text, action, heading: Heading = 'h2' }: NoticeProps) {
  return (
    <div className="mx-auto flex max-w-[26rem] flex-col items-center px-5 py-16 text-center text-base">
      <Heading className="text-lg font-semibold tracking-[-0.014em] text-balance">{title}</Heading>
      {text !== undefined && <p className="mt-1.5 text-pretty text-ink-2">{text}</p>}
      {action !== undefined && <div className="mt-5 flex gap-2">{action}</div>}
    </div>
  );
}
