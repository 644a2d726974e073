/** Why something is reported: as it is asked, and as it stands on a card. */
import type { ReportReason } from '../../protocol/objects.ts';

export const REPORT_REASONS = [
  { value: 'harassment', label: 'Harassment or hate', short: 'Harassment or hate' },
  { value: 'violence', label: 'Threats or violence', short: 'Threats or violence' },
  { value: 'private_details', label: 'Someone’s private details', short: 'Private details' },
  { value: 'illegal', label: 'Illegal content', short: 'Illegal content' },
  { value: 'spam', label: 'Spam', short: 'Spam' },
  { value: 'other', label: 'Something else', short: 'Something else' },
] as const satisfies readonly { value: ReportReason; label: string; short: string }[];

export function reasonName(reason: ReportReason): string {
  return REPORT_REASONS.find(({ value }) => value === reason)?.short ?? 'Something else';
}
