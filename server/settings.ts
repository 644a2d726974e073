import type { Settings } from '../protocol/admin-objects.ts';
import { CONTENT_CHARS_MAX, RETENTION_SECONDS } from '../protocol/limits.ts';
import type { SettingOverrides } from './domain/types.ts';
import { type Limits, limitSettings } from './limits/limits-setting.ts';

const AUDIT_DAYS = 90;

export interface LiveSettings {
  current(): Settings;
  shipped(): Settings;
  /** Reads again what the operator has set. */
  read(): Promise<Settings>;
}

/** As the process was started, and over that what the operator has set in the panel. */
export function createSettings(limits: Limits, overrides: () => Promise<SettingOverrides>): LiveSettings {
  const shipped: Settings = {
    limits: limitSettings(limits),
    retention_default_seconds: RETENTION_SECONDS.default,
    retention_max_seconds: RETENTION_SECONDS.max,
    content_chars_max: CONTENT_CHARS_MAX,
    room_creation: true,
    session_creation: true,
    refused_words: [],
    notice: '',
    audit_days: AUDIT_DAYS,
  };
  let current = shipped;
  return {
    current: () => current,
    shipped: () => shipped,
    async read() {
      const set = await overrides();
      const known = Object.fromEntries(Object.entries(set).filter(([name]) => name in shipped));
      current = { ...shipped, ...known, limits: { ...shipped.limits, ...set.limits } } as Settings;
      return current;
    },
  };
}
