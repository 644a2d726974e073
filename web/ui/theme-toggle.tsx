import { IconButton } from './icon-button.tsx';
import { MoonIcon, SunIcon } from './icons.tsx';
import { chooseTheme, useTheme } from './theme.ts';

export function ThemeToggle({ className }: { className?: string }) {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      label={`Switch to ${other}`}
      icon={other === 'dark' ? <MoonIcon /> : <SunIcon />}
      tip="below-end"
      className={className}
      onClick={() => chooseTheme(other)}
    />
  );
}
