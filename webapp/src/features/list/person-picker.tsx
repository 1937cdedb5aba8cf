import React, { useEffect, useRef, useState } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useFoundPeople } from '../../app/use-found-people.ts';
import type { FoundPerson } from '../../host/find-people.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { choiceOf, PersonField, type PersonChoice } from '../../host/person-field.tsx';
import { useUsername } from '../../host/person.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { channelOfList, ownerOfList } from '../../model/list-names.ts';
import type { Row } from '../../model/select-rows.ts';
import { useEndPick } from './pick-session.ts';

/** Who is to do it: in a person's own list it is sent to somebody, in a channel's one of the channel has it. */
export function PersonPicker({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const end = useEndPick();
  const { todo } = row;
  const isSent = ownerOfList(todo.listId) !== null;
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(typed, channelOfList(todo.listId));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const nobody: PersonChoice = { id: null, name: say('assign.nobody'), more: '' };
  const me: PersonChoice = { id: app.userId, name: useUsername(app.userId), more: say('assign.me') };
  /** Of the many in a channel Mattermost names a few; oneself one looks for most, and before all others. */
  const isOffered = (people: readonly FoundPerson[]) =>
    !isSent && me.id !== todo.assigneeId && (typed === '' || people.some(({ id }) => id === me.id));
  const choices =
    found === null || found === 'failed'
      ? found
      : [
          ...(isOffered(found) ? [me] : []),
          ...found
            .filter(({ id }) => id !== me.id && id !== todo.assigneeId && !(isSent && id === todo.creatorId))
            .map(choiceOf),
          ...(!isSent && todo.assigneeId !== null && typed === '' ? [nobody] : []),
        ];

  function choose({ id, name }: PersonChoice): void {
    const text = plainText(todo.text);
    const said =
      id === null
        ? say('assign.toNobody', { text })
        : say(isSent ? 'assign.sent' : 'assign.assigned', { text, name });
    app.actions.announceWhenTaken(app.actions.assign(todo, id, said), said);
    end(row.key);
  }

  return (
    <PersonField
      label={say(isSent ? 'assign.sendTo' : 'assign.assignTo')}
      typed={typed}
      choices={choices}
      fieldRef={field}
      onType={setTyped}
      onChoose={choose}
      onClose={() => end(row.key)}
    />
  );
}
