import React, { useId } from 'react';
import { useSelector } from 'react-redux';
import type { PageState } from '../store/state.ts';

export interface DialogElement {
  name: string;
  display_name: string;
  type: string;
  default?: string;
  placeholder?: string;
  help_text?: string;
  optional?: boolean;
  max_length?: number;
  /** `channels`: all of the person's; `users`: those that the page knows. */
  data_source?: string;
  options?: { text: string; value: string }[] | null;
}

function useOptions({ data_source: source, options }: DialogElement) {
  const channels = useSelector((state: PageState) => state.entities.channels.channels);
  const people = useSelector((state: PageState) => state.entities.users.profiles);
  if (source === 'users')
    return Object.values(people).map(({ id, username }) => ({ text: username, value: id }));
  if (source !== 'channels') return options ?? [];
  return Object.values(channels)
    .filter(({ type }) => type === 'O' || type === 'P')
    .map(({ id, display_name }) => ({ text: display_name, value: id }));
}

interface FieldProps {
  element: DialogElement;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

export function DialogField({ element, value, error, change }: FieldProps) {
  const id = useId();
  const options = useOptions(element);
  const common = {
    ...{ id, value, placeholder: element.placeholder, required: element.optional !== true },
    className: 'form-control',
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
  };
  return (
    <div className="form-group">
      <label htmlFor={id}>{element.display_name}</label>
      {element.type === 'select' ? (
        <select {...common}>
          <option value="" />
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : element.type === 'textarea' ? (
        <textarea {...common} maxLength={element.max_length} />
      ) : (
        <input {...common} type={element.type === 'date' ? 'date' : 'text'} maxLength={element.max_length} />
      )}
      {element.help_text && <div className="help-text">{element.help_text}</div>}
      {error !== undefined && <div className="has-error">{error}</div>}
    </div>
  );
}
