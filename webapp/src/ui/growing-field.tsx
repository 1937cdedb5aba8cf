import React, {
  useLayoutEffect,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';

interface Props {
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  onEscape: () => void;
  /** Before the text is there. */
  onPaste?: (event: ClipboardEvent) => void;
  /** With the caret at that place, and nothing selected. @returns whether it did something else than deleting */
  onBackspace?: (caret: number) => boolean;
  /** Down from an empty field. */
  onDown?: () => void;
  label: string;
  placeholder?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** Enter begins a new line; with Control or Command it is the person's. */
  isMultiline?: boolean;
  fieldRef?: RefObject<HTMLTextAreaElement>;
}

/**
 * A field of one line that grows. Enter is the person's, unless an input method is composing: then it
 * picks a word (Safari says so only by key code 229).
 */
export function GrowingField(props: Props) {
  const { value, onChange, onEnter, onEscape, label, placeholder, describedBy, isMultiline } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? own;
  // Not only when the text changes: a button that goes from beside it leaves it more room.
  useLayoutEffect(() => fitHeight(field.current));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (isMultiline ? event.ctrlKey || event.metaKey : !event.shiftKey)) {
      event.preventDefault();
      onEnter();
    }
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Backspace' && selectionStart === selectionEnd && !event.repeat)
      if (props.onBackspace?.(selectionStart) === true) event.preventDefault();
    if (event.key === 'Escape') onEscape();
    if (event.key === 'ArrowDown' && value === '') props.onDown?.();
  }

  return (
    <textarea
      ref={field}
      className="todo-node-field"
      rows={1}
      dir="auto"
      value={value}
      placeholder={placeholder}
      aria-label={label}
      aria-invalid={props.invalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
      onPaste={props.onPaste}
      onKeyDown={onKeyDown}
    />
  );
}

function fitHeight(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
