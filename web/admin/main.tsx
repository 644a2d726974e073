import './admin.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTheme } from '../ui/theme.ts';
import { AdminApp } from './app.tsx';
import { watchPresence } from './presence.ts';

startTheme();
watchPresence();

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the panel.');
createRoot(place).render(
  <StrictMode>
    <AdminApp />
  </StrictMode>,
);
