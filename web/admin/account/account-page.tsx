import { AdminPage } from '../shell/admin-page.tsx';

export function AccountPage() {
  return <AdminPage title="Account">{null}</AdminPage>;
}
