import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FOCUS_AFTER_MS, focusSoon } from './focus-field.ts';

const add = <Name extends 'textarea' | 'button'>(name: Name) =>
  document.body.appendChild(document.createElement(name));

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  document.body.replaceChildren();
});

function open(between: (composer: HTMLTextAreaElement) => void, composerText = '') {
  const [icon, composer, field] = [add('button'), add('textarea'), add('textarea')];
  composer.value = composerText;
  (composerText === '' ? icon : composer).focus();
  focusSoon(() => field);
  between(composer);
  jest.advanceTimersByTime(FOCUS_AFTER_MS);
  return { composer, field };
}

describe('the field of a sidebar that has just opened', () => {
  it.each<[string, (composer: HTMLTextAreaElement) => void]>([
    ['nothing happens', () => undefined],
    ['Mattermost focuses its own button', () => add('button').focus()],
  ])('takes the focus where %s', (_what, between) => {
    expect(document.activeElement).toBe(document.body);
    const { field } = open(between);
    expect(document.activeElement).toBe(field);
  });

  it('takes the focus from the composer that a command was sent from', () => {
    const { field } = open((composer) => (composer.value = ''), '/todo open');
    expect(document.activeElement).toBe(field);
  });

  it('leaves it to whoever went to the composer meanwhile', () => {
    const { composer } = open((one) => one.focus());
    expect(document.activeElement).toBe(composer);
  });

  it('leaves it to whoever goes on writing after the command', () => {
    const { composer } = open((one) => (one.value = 'hello'), '/todo open');
    expect(document.activeElement).toBe(composer);
  });
});
