import { AdminPage } from '../shell/admin-page.tsx';

export function ReportsPage() {
  return <AdminPage title="Reports">{null}</AdminPage>;
}
