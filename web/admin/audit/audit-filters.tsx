import { type ReactNode, useId } from 'react';
import type { AuditEvent } from '../../../protocol/admin-objects.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { inputClass } from '../../ui/field.tsx';
import { usePhone } from '../../ui/media.ts';
import { FilterSelect } from '../table/filter-select.tsx';
import { ANYTHING, type AuditFilter } from './audit-api.ts';
import { printActor, type Reader } from './entry-words.ts';
import { EVENTS } from './event-words.ts';

const ANY_EVENT: readonly { value: AuditEvent | 'any'; label: string }[] = [
  { value: 'any', label: 'Anything' },
  ...(Object.keys(EVENTS) as AuditEvent[])
    .map((value) => ({ value, label: EVENTS[value] }))
    .sort((one, other) => one.label.localeCompare(other.label)),
];

interface AuditFiltersProps {
  filter: AuditFilter;
  reader: Reader | undefined;
  onChange: (filter: AuditFilter) => void;
}

/** What happened, who did it, and when. */
export function AuditFilters({ filter, reader, onChange }: AuditFiltersProps) {
  const me = reader === undefined ? [] : [`operator:${reader.id}`];
  const actors = [...new Set(['system', ...me, ...(filter.actor === '' ? [] : [filter.actor])])];
  const isFiltered = Object.values(auditChanges(filter)).some(Boolean);
  const isPhone = usePhone();
  const fields = (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 text-sm">
      <Labelled text="What">
        {(id) => (
          <FilterSelect
            id={id}
            options={ANY_EVENT}
            value={filter.event}
            onChange={(event) => onChange({ ...filter, event })}
          />
        )}
      </Labelled>
      <Labelled text="Who">
        {(id) => (
          <FilterSelect
            id={id}
            options={[
              { value: '', label: 'Anyone' },
              ...actors.map((value) => ({ value, label: printActor(value, reader) })),
            ]}
            value={filter.actor}
            onChange={(actor) => onChange({ ...filter, actor })}
          />
        )}
      </Labelled>
      <Labelled text="From">
        {(id) => <Moment id={id} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />}
      </Labelled>
      <Labelled text="To">
        {(id) => <Moment id={id} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />}
      </Labelled>
      {isFiltered && (
        <Button size="sm" kind="ghost" onClick={() => onChange(ANYTHING)}>
          Clear
        </Button>
      )}
    </div>
  );
  return (
    <div className="border-b border-line px-5 max-sm:px-3.5">
      {/* On a phone they would fill half the screen. */}
      {isPhone ? <Disclosure label={isFiltered ? 'Filters, in use' : 'Filters'}>{fields}</Disclosure> : fields}
    </div>
  );
}

const auditChanges = ({ event, actor, from, to }: AuditFilter) => ({ event: event !== 'any', actor, from, to });

function Labelled({ text, children }: { text: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
      <label htmlFor={id} className="flex-none text-ink-2 max-sm:w-12">
        {text}
      </label>
      {children(id)}
    </div>
  );
}

function Moment({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  return (
    <input
      id={id}
      type="datetime-local"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classes(
        inputClass,
        'h-(--h-sm)! w-auto! min-w-0 rounded-sm! px-2.5! text-sm! max-sm:flex-1 max-sm:rounded-md! max-sm:text-[1rem]!',
      )}
    />
  );
}
