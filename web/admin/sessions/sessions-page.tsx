import { AdminPage } from '../shell/admin-page.tsx';

export function SessionsPage() {
  return <AdminPage title="Sessions">{null}</AdminPage>;
}
