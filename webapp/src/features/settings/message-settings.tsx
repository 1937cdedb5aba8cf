import React, { useState } from 'react';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import type { Settings } from './use-settings.ts';

const USUAL_EMOJI = 'pushpin';

/** The name of an emoji as it is typed, with or without its colons; `null` for what is none. */
function emojiIn(typed: string): string | null {
  const name = typed.trim().replaceAll(':', '').toLowerCase();
  return /^[a-z0-9_+-]{1,64}$/.test(name) ? name : null;
}

/** The reaction that makes a to-do of a message. It is missing where the backend hears of none yet. */
export function ReactionSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const value = settings.inEffect('reaction');
  if (value === undefined) return null;
  const isWrong = typed !== null && emojiIn(typed) === null;

  /** What is no name stays in its field. */
  function finish(): void {
    const name = typed === null ? null : emojiIn(typed);
    if (name === null) return;
    setTyped(null);
    if (name !== value) settings.save('reaction', name);
  }

  return (
    <SwitchSetting
      name="reaction"
      settings={settings}
      words={say('settings.reaction')}
      help={say('settings.reactionHelp')}
      wrong={isWrong ? say('settings.reactionWrong') : null}
      isOn={value !== 'off'}
      onChange={(isOn) => {
        setTyped(null);
        settings.save('reaction', isOn ? USUAL_EMOJI : 'off');
      }}
    >
      <span className="todo-node-setting-span">
        <span className="todo-node-setting-emoji" aria-hidden="true">
          <MarkdownText text={`:${value}:`} />
        </span>
        <input
          className="todo-node-input"
          aria-label={say('settings.reactionName')}
          aria-describedby={noteIdOf('reaction')}
          aria-invalid={isWrong}
          spellCheck={false}
          size={14}
          value={typed ?? `:${value}:`}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={finish}
          onKeyDown={({ key }) => key === 'Enter' && finish()}
        />
      </span>
    </SwitchSetting>
  );
}

export function ThreadSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const value = settings.inEffect('tellThread');
  if (value === undefined) return null;
  return (
    <SwitchSetting
      name="tellThread"
      settings={settings}
      words={say('settings.thread')}
      help={say('settings.threadHelp')}
      isOn={value === 'on'}
      onChange={(isOn) => settings.save('tellThread', isOn ? 'on' : 'off')}
    />
  );
}
