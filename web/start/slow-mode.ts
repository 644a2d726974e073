/** The choices for slow mode, in seconds as the value. */
export const SLOW_MODES = [
  { value: '0', label: 'Off' },
  { value: '5', label: '5 s' },
  { value: '15', label: '15 s' },
  { value: '30', label: '30 s' },
  { value: '60', label: '1 min' },
  { value: '300', label: '5 min' },
  { value: '900', label: '15 min' },
  { value: '3600', label: '1 h' },
] as const;
