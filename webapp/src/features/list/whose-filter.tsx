import React from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import { isOf, WHOSE, type Whose } from '../../model/narrow-rows.ts';
import type { Row } from '../../model/select-rows.ts';

const TEXTS: Record<Whose, TextId> = {
  everyone: 'filter.everyone',
  mine: 'tab.mineShort',
  nobody: 'filter.unassigned',
};

interface Props {
  open: readonly Row[];
  chosen: Whose;
  onChoose: (whose: Whose) => void;
}

/** Whose to-dos of a list are shown: a row of radio buttons, with how many each would show. */
export function WhoseFilter({ open, chosen, onChoose }: Props) {
  const { userId } = useApp();
  const say = useSay();
  return (
    <div
      className="todo-node-filter"
      role="radiogroup"
      aria-label={say('filter.title')}
      onKeyDown={(event) => event.key.startsWith('Arrow') && event.stopPropagation()}
    >
      {WHOSE.map((whose) => (
        <label key={whose} className="todo-node-chip">
          <input
            type="radio"
            className="todo-node-spoken"
            name="todo-node-filter"
            checked={whose === chosen}
            onChange={() => onChoose(whose)}
          />
          {say(TEXTS[whose])}
          <span>{open.filter(({ todo }) => isOf(whose, todo, userId)).length}</span>
        </label>
      ))}
    </div>
  );
}
