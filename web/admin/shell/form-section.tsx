import type { ReactNode } from 'react';

/** A group of rows under one heading. */
export function FormSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-3 border-line py-5 not-last:border-b first:pt-0 max-sm:py-4 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {hint !== undefined && <p className="mt-0.5 text-pretty text-ink-3">{hint}</p>}
      </div>
      <div className="grid min-w-0 gap-2.5 max-sm:gap-4">{children}</div>
    </section>
  );
}
