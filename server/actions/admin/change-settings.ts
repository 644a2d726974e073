import type { Settings, SettingsChange } from '../../../protocol/admin-objects.ts';
import type { FieldError } from '../../../protocol/errors.ts';
import { Refusal } from '../../domain/refusal.ts';
import { holdsWord } from '../../domain/refused-words.ts';
import type { Ports } from '../../ports.ts';
import { lowerRetention } from '../lower-retention.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';

/** Fewer would keep the operator out of the panel that could mend it. */
const REQUESTS_MIN = 20;
const REQUESTS_A_SECOND_MIN = 2;
/** The operator waits this long for rooms to be lowered; the sweep does the rest. */
const PATIENCE_MS = 3_000;
const DAY_SECONDS = 86_400;

/** Changes settings: they act on every node before this resolves. */
export async function changeSettings(ports: Ports, operator: Operator, changes: SettingsChange): Promise<Settings> {
  const before = ports.rules.settings();
  const after = withChanges(before, changes);
  const errors = problemsOf(after);
  const [first] = errors;
  if (first !== undefined) {
    throw new Refusal('invalid_request', { detail: `${first.path}: ${first.message}`, errors });
  }
  const details = differences(before, after);
  if (Object.keys(details).length === 0) return before;
  // Of the limits only those that were named: the others go on following the environment.
  const overrides = {
    ...changes,
    ...(changes.refused_words === undefined ? {} : { refused_words: after.refused_words }),
  };

  await ports.audit.note({ event: 'settings_changed', actor: actorOf(operator), details });
  await ports.store.changeSettings(overrides);
  await ports.bus.settingsChanged();
  if (after.retention_max_seconds < before.retention_max_seconds) await lowerRetention(ports, PATIENCE_MS);
  return ports.rules.settings();
}

function withChanges(before: Settings, { limits, ...changes }: SettingsChange): Settings {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const changed = Object.fromEntries(Object.entries(limits ?? {}).filter(([, value]) => value !== undefined));
  const after = { ...before, ...given, limits: { ...before.limits, ...changed } };
  return { ...after, refused_words: [...new Set(after.refused_words)] };
}

function problemsOf({
  limits,
  retention_default_seconds,
  retention_max_seconds,
  refused_words,
}: Settings): FieldError[] {
  const problems: FieldError[] = [];
  if (retention_default_seconds > retention_max_seconds) {
    problems.push({ path: 'retention_default_seconds', message: 'Must not be longer than the longest.' });
  }
  const { request, login } = limits;
  if (request !== null && (request.count < REQUESTS_MIN || request.count / request.seconds < REQUESTS_A_SECOND_MIN)) {
    const message = `Fewer than ${REQUESTS_MIN}, or than ${REQUESTS_A_SECOND_MIN} a second, would keep you out, too.`;
    problems.push({ path: 'limits.request.count', message });
  }
  if (login !== null && login.seconds > DAY_SECONDS) {
    problems.push({ path: 'limits.login.seconds', message: 'Longer than a day would keep you out, too.' });
  }
  for (const [index, word] of refused_words.entries()) {
    if (!holdsWord(word)) problems.push({ path: `refused_words.${index}`, message: 'This holds no word.' });
  }
  return problems;
}

/** Old and new of each setting that changes, limits one by one. */
function differences(before: Settings, after: Settings): Record<string, { old: unknown; new: unknown }> {
  const flat = ({ limits, ...rest }: Settings): Record<string, unknown> => ({
    ...rest,
    ...Object.fromEntries(Object.entries(limits).map(([name, limit]) => [`limits.${name}`, limit])),
  });
  const [old, now] = [flat(before), flat(after)];
  // Of a list of a thousand, those that went and those that came.
  const words = {
    old: before.refused_words.filter((word) => !after.refused_words.includes(word)),
    new: after.refused_words.filter((word) => !before.refused_words.includes(word)),
  };
  return Object.fromEntries(
    Object.keys(now)
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, name === 'refused_words' ? words : { old: old[name], new: now[name] }]),
  );
}
