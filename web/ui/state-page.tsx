import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { Footer } from './footer.tsx';
import { TopBar } from './top-bar.tsx';

const TONES = {
  plain: 'bg-press text-ink-2',
  ok: 'bg-accent-soft text-accent-text',
  warn: 'bg-warn-soft text-warn-text',
  bad: 'bg-danger-soft text-danger-text',
} as const;

interface StatePageProps {
  icon: ReactNode;
  tone?: keyof typeof TONES;
  title: ReactNode;
  /** What happened, why if it helps, then what to do. */
  text?: ReactNode;
  children?: ReactNode;
  /** Buttons; on a phone they share the width. */
  actions?: ReactNode;
  /** Nothing is left to forget, so the footer doesn't offer it. */
  forgetful?: boolean;
}

/** A page that says one thing: no such room, locked, wait, gone. */
export function StatePage({ icon, tone = 'plain', title, text, children, actions, forgetful = false }: StatePageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The page changed under the reader's feet: say where they are now.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mx-auto grid min-h-dvh max-w-[68rem] grid-rows-[auto_1fr_auto] px-8 max-sm:px-5">
      <TopBar />
      <main className="flex w-full max-w-[28rem] flex-col items-start justify-center justify-self-center py-6 pb-18 max-sm:pb-10">
        <div className={classes('mb-5 grid size-11 place-items-center rounded-[13px]', TONES[tone])}>{icon}</div>
        <h1
          ref={heading}
          tabIndex={-1}
          className="text-2xl leading-[1.9rem] font-semibold tracking-[-0.022em] text-balance"
        >
          {title}
        </h1>
        {text !== undefined && <p className="mt-2 text-md leading-[1.45rem] text-pretty text-ink-2">{text}</p>}
        {children}
        {actions !== undefined && (
          <div className="mt-6 flex flex-wrap gap-2 max-sm:w-full max-sm:*:h-11 max-sm:*:flex-1">{actions}</div>
        )}
      </main>
      <Footer forgetful={forgetful} />
    </div>
  );
}
