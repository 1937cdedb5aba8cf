import { useEffect, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import type { RulesBody } from '@todo-node/server/contract/api';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { begunLarge } from '../host/begun-large.ts';
import { textOfRule } from '../host/say-rule.ts';
import { useSay } from '../host/sidebar-texts.ts';
import type { Api } from '../api/api.ts';
import type { App } from './app.ts';
import { useApp, useModel } from './app-context.tsx';

type Rule = RulesBody['rules'][number];

/** The backend takes so many at once. */
const MOST_RULES = 100;

/** What the backend calls rules, by key. What is asked for at the same time is one request, and nothing is asked twice. */
function makeRuleWords(api: Pick<Api, 'sayRules'>) {
  const words = new Map<string, string>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  const wanted: [key: string, rule: Rule][] = [];

  async function send(): Promise<void> {
    const now = wanted.splice(0, MOST_RULES);
    if (wanted.length > 0) void send();
    try {
      const said = await api.sayRules(now.map(([, rule]) => rule));
      now.forEach(([key], at) => words.set(key, said.words[at] ?? ''));
      listeners.forEach((tell) => tell());
    } catch {
      now.forEach(([key]) => asked.delete(key));
    }
  }

  return {
    of: (key: string) => words.get(key) ?? '',
    ask(key: string, rule: Rule): void {
      if (asked.has(key)) return;
      asked.add(key);
      wanted.push([key, rule]);
      if (wanted.length === 1) queueMicrotask(() => void send());
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}

const known = new WeakMap<App, ReturnType<typeof makeRuleWords>>();

function ruleWordsOf(app: App) {
  const made = known.get(app) ?? makeRuleWords(app.api);
  known.set(app, made);
  return made;
}

/** A rule in words; until the backend has said one that cannot be chosen, and where it cannot, only that there is one. */
export function useRuleWords({ repeat, repeatFrom }: Pick<TodoView, 'repeat' | 'repeatFrom'>): string | null {
  const app = useApp();
  const say = useSay();
  const { locale } = useIntl();
  const isConnected = useModel(({ connection }) => connection.kind === 'ok');
  const ruleWords = ruleWordsOf(app);
  const here = repeatFrom === 'due' ? textOfRule(repeat) : undefined;
  const key = [locale, repeatFrom, repeat].join(' ');
  const said = useSyncExternalStore(ruleWords.subscribe, () => ruleWords.of(key));
  useEffect(() => {
    if (isConnected && repeat !== null && here === undefined) ruleWords.ask(key, { repeat, repeatFrom });
  }, [ruleWords, isConnected, key, repeat, repeatFrom, here]);
  if (repeat === null) return null;
  if (here !== undefined) return say(here);
  return said === '' ? say('repeat.some') : begunLarge(said, locale);
}
