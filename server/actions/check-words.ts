import { characters } from '../../protocol/text.ts';
import { Refusal } from '../domain/refusal.ts';
import { holdsRefused } from '../domain/refused-words.ts';
import type { Ports } from '../ports.ts';

/**
 * @param fields what was written, by the name of its field
 * @throws Refusal `invalid_request` where one holds a word that the operator refuses
 */
export function checkWords({ rules }: Pick<Ports, 'rules'>, fields: Record<string, string | undefined>): void {
  const { refused_words } = rules.settings();
  for (const [path, text] of Object.entries(fields)) {
    if (text !== undefined && holdsRefused(text, refused_words)) {
      throw refusedField(path, 'This holds a word that isn’t taken on this server.');
    }
  }
}

/** What a message may hold on this server, beyond the contract's own rule. */
export function checkContent(ports: Pick<Ports, 'rules'>, content: string): void {
  const { content_chars_max } = ports.rules.settings();
  if (characters(content) > content_chars_max) {
    throw refusedField('content', `A message has at most ${content_chars_max} characters on this server.`);
  }
  checkWords(ports, { content });
}

export function refusedField(path: string, message: string): Refusal {
  return new Refusal('invalid_request', { detail: message, errors: [{ path, message }] });
}
