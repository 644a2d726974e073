/** A room as the server keeps it, small enough to be obviously right: for tests that compare a client with the truth. */
import type { ServerFrame } from '../../protocol/frames.ts';
import type { Message } from '../../protocol/objects.ts';
import { aMember, aMessage, aRoom, ME } from './samples.ts';

export interface Page {
  messages: Message[];
  has_more: boolean;
}

export function modelRoom(pageMax: number) {
  let messages: Message[] = [];
  let lastSeq = 0;
  let edits = 0;
  const update = (id: string, how: (message: Message) => Message) => {
    messages = messages.map((message) => (message.id === id ? how(message) : message));
  };
  return {
    all: () => messages,
    pick: (index: number) => (messages.length === 0 ? null : (messages[index % messages.length] ?? null)),
    post(fields: Partial<Message> = {}): ServerFrame {
      const message = aMessage({ ...fields, seq: ++lastSeq });
      messages = [...messages, message];
      return { type: 'chat_message', ...message };
    },
    edit(target: Message): ServerFrame | null {
      if (target.deleted) return null;
      const edited = {
        ...target,
        content: `edit ${++edits}`,
        edited_at: new Date(Date.UTC(2027, 0, 1) + edits).toISOString(),
      };
      update(target.id, () => edited);
      return { type: 'message_edited', ...edited };
    },
    remove(target: Message): ServerFrame {
      update(target.id, (message) => ({ ...message, content: '', deleted: true, deleted_by: 'author', reactions: [] }));
      return { type: 'message_deleted', id: target.id, seq: target.seq, deleted_by: 'author' };
    },
    react(target: Message, emoji: string, member_id: string): ServerFrame | null {
      if (target.deleted) return null;
      const on = !target.reactions.some((one) => one.emoji === emoji && one.member_ids.includes(member_id));
      const others = target.reactions.filter((one) => one.emoji !== emoji);
      const ids =
        target.reactions.find((one) => one.emoji === emoji)?.member_ids.filter((id) => id !== member_id) ?? [];
      const member_ids = on ? [...ids, member_id] : ids;
      update(target.id, (message) => ({
        ...message,
        reactions: member_ids.length > 0 ? [...others, { emoji, member_ids }] : others,
      }));
      return { type: 'reaction', id: target.id, emoji, member_id, on };
    },
    expire(target: Message): ServerFrame {
      messages = messages.filter((message) => message.seq > target.seq);
      return { type: 'messages_expired', up_to_seq: target.seq };
    },
    before(seq: number, limit: number): Page {
      const found = messages.filter((message) => message.seq < seq);
      const page = found.slice(-Math.min(limit, pageMax));
      return { messages: page, has_more: page.length < found.length };
    },
    after(seq: number, limit: number): Page {
      const found = messages.filter((message) => message.seq > seq);
      const page = found.slice(0, Math.min(limit, pageMax));
      return { messages: page, has_more: page.length < found.length };
    },
    greet(after: number | null): ServerFrame[] {
      const page = after === null ? this.before(lastSeq + 1, pageMax) : this.after(after, pageMax);
      return [
        {
          type: 'welcome',
          protocol: 1,
          room: aRoom({ last_seq: lastSeq }),
          member: aMember({ id: ME }),
          members: [aMember()],
          last_seq: lastSeq,
          resumed_from: after,
        },
        { type: 'history', ...page },
      ];
    },
  };
}
