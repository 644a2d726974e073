import type { Message, Reaction } from '../../protocol/objects.ts';

/** The message with one person's emoji put on or taken off. The same object where that changes nothing. */
export function applyReaction(
  message: Message,
  { emoji, member_id, on }: { emoji: string; member_id: string; on: boolean },
): Message {
  const before = message.reactions.find((reaction) => reaction.emoji === emoji);
  const has = before?.member_ids.includes(member_id) ?? false;
  if (has === on || message.deleted) return message;
  if (before === undefined)
    return { ...message, reactions: [...message.reactions, { emoji, member_ids: [member_id] }] };
  const member_ids = on ? [...before.member_ids, member_id] : before.member_ids.filter((id) => id !== member_id);
  const reactions = message.reactions
    .map((reaction): Reaction => (reaction === before ? { emoji, member_ids } : reaction))
    .filter((reaction) => reaction.member_ids.length > 0);
  return { ...message, reactions };
}
