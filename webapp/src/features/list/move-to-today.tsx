import React from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { useMoveToToday } from './use-move-to-today.ts';

export function MoveToToday({ rows }: { rows: readonly Row[] }) {
  const say = useSay();
  const move = useMoveToToday(rows);
  return move && <TextButton onClick={move}>{say('moveToToday')}</TextButton>;
}
