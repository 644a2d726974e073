import { IconButton } from './icon-button.tsx';
import { MoonIcon, SunIcon } from './icons.tsx';
import { chooseTheme, useTheme } from './theme.ts';

interface ThemeToggleProps {
  /** `none` where a tip would be cut off. */
  tip?: 'below-end' | 'none';
  className?: string;
}

export function ThemeToggle({ tip = 'below-end', className }: ThemeToggleProps) {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      label={`Switch to ${other}`}
      icon={other === 'dark' ? <MoonIcon /> : <SunIcon />}
      tip={tip}
      className={className}
      onClick={() => chooseTheme(other)}
    />
  );
}
