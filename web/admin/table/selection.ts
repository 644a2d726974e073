/** Rows that are chosen together, by their ids. */
export type Selection = ReadonlySet<string>;

export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** All of these rows, or none where all were chosen already. */
export function toggledAll(selection: Selection, ids: readonly string[]): Selection {
  return ids.every((id) => selection.has(id)) ? new Set() : new Set(ids);
}

/** Without rows that are no longer shown: nobody acts on what they can't see. */
export function stillShown(selection: Selection, ids: readonly string[]): Selection {
  const shown = ids.filter((id) => selection.has(id));
  return shown.length === selection.size ? selection : new Set(shown);
}
