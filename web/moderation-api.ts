/** The calls by which the people of a room keep order: apart from the others, as most who enter a room never need them. */
import type { Block, Report } from '../protocol/objects.ts';
import type { Body } from '../protocol/routes.ts';
import { call, callWithStatus } from './api.ts';

/** `already` where this person had reported the message before: the first report stands. */
export async function reportMessage(messageId: string, body: Body<'reportMessage'>): Promise<'reported' | 'already'> {
  const { status } = await callWithStatus('POST', `/api/messages/${encodeURIComponent(messageId)}/report/`, body);
  return status === 201 ? 'reported' : 'already';
}

export const blockSession = (code: string, order: Omit<Body<'blockSession'>, 'room_code'>) =>
  call<{ block: Block }>('POST', '/api/moderation/block-session/', { ...order, room_code: code }).then(
    (answer) => answer.block,
  );

export const unblockSession = (code: string, memberId: string) =>
  call<{ ok: true }>('POST', '/api/moderation/unblock-session/', { room_code: code, member_id: memberId });

/** Who is blocked from a room, newest first. */
export const listBlocks = (code: string) =>
  call<{ blocks: Block[] }>('GET', `/api/moderation/blocks/?${new URLSearchParams({ room_code: code })}`).then(
    (answer) => answer.blocks,
  );

export interface ReportPage {
  reports: Report[];
  next_cursor: string | null;
}

/** The open reports of a room, newest first, a page at a time. */
export function listOpenReports(code: string, cursor: string | null): Promise<ReportPage> {
  const query = new URLSearchParams({ room_code: code, status: 'open', ...(cursor !== null && { cursor }) });
  return call<ReportPage>('GET', `/api/moderation/reports/?${query}`);
}

/** Closes a report, and every other open one about the same message. */
export const resolveReport = (id: string, body: Body<'resolveReport'>) =>
  call<{ report: Report }>('POST', `/api/moderation/reports/${encodeURIComponent(id)}/resolve/`, body).then(
    (answer) => answer.report,
  );
