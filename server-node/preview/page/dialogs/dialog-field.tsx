import React, { useId } from 'react';

export interface DialogElement {
  name: string;
  display_name: string;
  type: string;
  default?: string;
  placeholder?: string;
  help_text?: string;
  optional?: boolean;
  max_length?: number;
  options?: { text: string; value: string }[] | null;
}

interface FieldProps {
  element: DialogElement;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
}

export function DialogField({ element, value, error, change }: FieldProps) {
  const id = useId();
  const common = {
    ...{ id, value, placeholder: element.placeholder, required: element.optional !== true },
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
  };
  return (
    <div className="form-group">
      <label htmlFor={id}>{element.display_name}</label>
      {element.type === 'select' ? (
        <select {...common}>
          <option value="" />
          {(element.options ?? []).map((option) => (
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
