/** What is being written, kept over a reload of this tab. */
import type { Drawer } from './outbox.ts';

export interface Draft {
  text: string;
  /** The message that it answers. */
  reply_to: string | null;
}

export const EMPTY_DRAFT: Draft = { text: '', reply_to: null };

export function readDraft(drawer: Drawer): Draft {
  try {
    const parsed: unknown = JSON.parse(drawer.read() ?? 'null');
    if (typeof parsed !== 'object' || parsed === null || !('text' in parsed) || typeof parsed.text !== 'string')
      return EMPTY_DRAFT;
    return {
      text: parsed.text,
      reply_to: 'reply_to' in parsed && typeof parsed.reply_to === 'string' ? parsed.reply_to : null,
    };
  } catch {
    // Not ours, or cut off: nothing that could be shown.
    return EMPTY_DRAFT;
  }
}

export function writeDraft(drawer: Drawer, draft: Draft): void {
  drawer.write(draft.text === '' && draft.reply_to === null ? null : JSON.stringify(draft));
}
