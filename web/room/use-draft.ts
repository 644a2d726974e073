import { useEffect, useState } from 'react';
import { type Draft, readDraft, writeDraft } from './draft.ts';
import type { Drawer } from './outbox.ts';

/** The draft of this room, as this tab left it. */
export function useDraft(drawer: Drawer) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(drawer));
  useEffect(() => writeDraft(drawer, draft), [drawer, draft]);
  return { draft, setDraft };
}
