import React, { useState, type RefObject } from 'react';
import { useFoundPeople } from '../../app/use-found-people.ts';
import { choiceOf, PersonField, type PersonChoice } from '../../host/person-field.tsx';
import { useSay } from '../../host/sidebar-texts.ts';

interface Props {
  chosen: PersonChoice | null;
  fieldRef: RefObject<HTMLInputElement>;
  onChoose: (chosen: PersonChoice | null) => void;
}

/** Who is asked to do it. */
export function Somebody({ chosen, fieldRef, onChoose }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(typed, null, chosen === null);
  const people = found === null || found === 'failed' ? found : found.map(choiceOf);
  const type = (next: string, person: PersonChoice | null) => {
    setTyped(next);
    onChoose(person);
  };
  return (
    <PersonField
      label={say('assign.sendTo')}
      typed={typed}
      choices={chosen === null ? people : undefined}
      fieldRef={fieldRef}
      onType={(next) => type(next, null)}
      onChoose={(person) => type(person.name, person)}
    />
  );
}
