import { AdminPage } from '../shell/admin-page.tsx';

export function AuditPage() {
  return <AdminPage title="Audit">{null}</AdminPage>;
}
