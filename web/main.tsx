import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startTheme } from './ui/theme.ts';
import { eraseBrowser } from './wipe/erase-browser.ts';
import { listenToOtherTabs } from './wipe/wipe-state.ts';

startTheme();
listenToOtherTabs(eraseBrowser);

const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the app.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
