/** What the parts of the log can do to a message, without knowing how. */
import { createContext, useContext } from 'react';
import type { Message } from '../../protocol/objects.ts';

export interface MessageActions {
  reply(message: Message): void;
  copy(message: Message): void;
  edit(message: Message): void;
  remove(message: Message): void;
  report(message: Message): void;
  /** Only here: mutes its author, or hears them again. */
  toggleMute(message: Message): void;
  /** Shows a message of somebody who is muted. */
  show(message: Message): void;
  /** Asks for how long its author is to be kept out of the room. */
  block(message: Message): void;
  /** Puts the emoji on, or takes one's own off. */
  react(message: Message, emoji: string): void;
  /** Scrolls to a message, loading older ones on the way where that is needed. */
  jumpTo(messageId: string): void;
  /** The menu with everything that can be done, hung on that element. */
  openMenu(message: Message, anchor: HTMLElement): void;
  openEmoji(message: Message, anchor: HTMLElement): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
}

const MessageActionsContext = createContext<MessageActions | null>(null);
export const MessageActionsProvider = MessageActionsContext.Provider;

export function useMessageActions(): MessageActions {
  const actions = useContext(MessageActionsContext);
  if (actions === null) throw new Error('Outside of a room.');
  return actions;
}
