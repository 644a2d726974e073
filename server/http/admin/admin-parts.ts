import type { AuditCheck } from '../../../protocol/admin-objects.ts';
import type { Figures } from '../../domain/types.ts';
import type { Edge } from '../../edge/visitor.ts';
import type { Devices, Passwords, Totp } from '../../ports/credentials.ts';

/** What the operator's calls need besides what people's calls do. */
export interface AdminParts {
  edge: Edge;
  passwords: Passwords;
  totp: Totp;
  devices: Devices;
  /** The server's figures as they are now. */
  figures(): Promise<Figures>;
  verifyAudit(): Promise<AuditCheck>;
  version: string;
  /** When this process started, as milliseconds since 1970. */
  startedAt: number;
}
