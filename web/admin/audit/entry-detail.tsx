import type { AuditEntry } from '../../../protocol/admin-objects.ts';
import { Button } from '../../ui/button.tsx';
import { printCount } from '../shell/numbers.ts';
import { Copyable, Mono } from '../table/copyable.tsx';
import { Detail, Facts } from '../table/detail.tsx';
import { fullTime } from '../table/when.ts';
import { detailLines, printActor, type Reader } from './entry-words.ts';
import { EVENTS } from './event-words.ts';

interface EntryDetailProps {
  entry: AuditEntry;
  reader: Reader | undefined;
  /** Shows only what this one did. */
  onActor: (actor: string) => void;
  onClose: () => void;
}

/** One entry, whole: with its place in the chain, and as the export has it. */
export function EntryDetail({ entry, reader, onActor, onClose }: EntryDetailProps) {
  return (
    <Detail title={EVENTS[entry.event]} back="the audit log" onClose={onClose}>
      <Facts
        rows={[
          ['Number', printCount(entry.seq)],
          ['Time', fullTime(Date.parse(entry.at))],
          [
            'In UTC',
            <span key="utc" className="tabular-nums">
              {entry.at}
            </span>,
          ],
          ['Event', <Mono key="event">{entry.event}</Mono>],
          ['Who', <Whole key="who" text={entry.actor} name={printActor(entry.actor, reader)} what="Actor" />],
          entry.subject === null ? null : ['Target', <Whole key="target" text={entry.subject} what="Target" />],
          ...detailLines(entry.details).map(
            ({ label, text }) =>
              [
                label.charAt(0).toUpperCase() + label.slice(1),
                <span key={label} dir="auto" className="whitespace-pre-wrap">
                  {text}
                </span>,
              ] as const,
          ),
          ['Hash before', <Whole key="previous" text={entry.previous} what="Hash" />],
          ['Hash', <Whole key="hash" text={entry.hash} what="Hash" />],
        ]}
      />
      {Object.keys(entry.details).length > 0 && (
        <section className="mt-5">
          <h3 className="mb-1.5 font-semibold">Details as they were written</h3>
          <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2.5 font-mono text-xs leading-4.5 whitespace-pre-wrap wrap-anywhere forced-colors:border">
            {JSON.stringify(entry.details, null, 2)}
          </pre>
        </section>
      )}
      <div className="mt-5">
        <Button size="sm" onClick={() => onActor(entry.actor)}>
          Only what {printActor(entry.actor, reader)} did
        </Button>
      </div>
    </Detail>
  );
}

/** What is shown short in the table, whole and to be copied. */
function Whole({ text, name, what }: { text: string; name?: string; what: string }) {
  return (
    <Copyable text={text} what={what}>
      {name !== undefined && <span className="block">{name}</span>}
      <Mono>{text}</Mono>
    </Copyable>
  );
}
