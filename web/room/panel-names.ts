/** What can stand beside the log. Three of them belong together, for those who keep order. */
export type PanelName = 'people' | 'invite' | ModerationPanelName;
export type ModerationPanelName = 'reports' | 'blocked' | 'settings';

export function isModeration(name: PanelName | null): name is ModerationPanelName {
  return name === 'reports' || name === 'blocked' || name === 'settings';
}
