import type { ReactNode } from 'react';
import { REPORT_DAYS } from '../../protocol/limits.ts';

/**
 * What Bauta is, and what it can't hide. Each sentence has to be true of this server.
 * @param notice of the operator, as plain text; often empty
 */
export function PromiseAndFacts({ notice }: { notice: string }) {
  return (
    <div className="max-lg:contents">
      <div>
        <h1 className="text-4xl leading-[1.04] font-semibold tracking-[-0.036em] text-balance">Rooms that forget.</h1>
        <p className="mt-4 max-w-100 text-lg leading-[1.65rem] tracking-[-0.011em] text-balance text-ink-2 max-sm:mt-3 max-sm:text-[1rem] max-sm:leading-6">
          Pick a nickname, open a room, share the link. No phone, no email, no account.
        </p>
      </div>
      {notice !== '' && (
        <section
          aria-label="From the operator of this server"
          className="mt-8 max-w-[31rem] max-lg:order-2 max-lg:mt-0"
        >
          <p dir="auto" className="border-s-2 border-line-2 ps-3.5 wrap-anywhere whitespace-pre-line text-ink-2">
            {notice}
          </p>
        </section>
      )}
      <dl className="mt-10 max-w-[31rem] border-t border-line-2 max-lg:order-2 max-lg:mt-0">
        <Fact name="Never asked">Your name, phone, email or contacts.</Fact>
        <Fact name="Kept, then deleted">
          Messages, until the room’s timer runs out. One that somebody reports stays with the report, for up to{' '}
          {REPORT_DAYS} days.
        </Fact>
        <Fact name="Not hidden">
          Your IP address from this server while connected, and your words from people in the room and from this server.
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[9.25rem_1fr] gap-4 border-b border-line-2 py-[13px] max-sm:grid-cols-1 max-sm:gap-0.5">
      <dt className="font-semibold">{name}</dt>
      <dd className="text-ink-2">{children}</dd>
    </div>
  );
}
