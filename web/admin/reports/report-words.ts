import type { ReportStatus, Resolution } from '../../../protocol/objects.ts';

export const STATUSES: Record<ReportStatus, string> = {
  open: 'Open',
  resolved: 'Resolved',
  dismissed: 'Dismissed',
};

/** What was done, as the end of “Closed: …”. */
export const RESOLUTIONS: Record<Resolution, string> = {
  dismiss: 'dismissed',
  delete_message: 'message deleted',
  block_member: 'sender blocked from the room',
  ban_session: 'sender banned',
};
