import { describe, expect, it } from '@jest/globals';

import { dynamicArgument, textArgument } from './autocomplete-argument.ts';

describe('the address of a dynamic argument', () => {
  it.each(['suggestions/open', '/suggestions', 'builtin:users'])('may be %s', (FetchURL) => {
    expect(dynamicArgument({ FetchURL })).toMatchObject({ Type: 'DynamicList', Data: { FetchURL } });
  });

  it.each(['/plugins/todo/open', 'plugins/todo/open', 'open?state=1', 'https://example.com/open'])(
    'is refused when Mattermost would make another one of %s',
    (FetchURL) => {
      expect(() => dynamicArgument({ FetchURL })).toThrow(`got "${FetchURL}"`);
    },
  );
});

describe('an argument of text', () => {
  it.each([
    ['by its place, when it is required', { Required: true }],
    ['by its name, when it is required', { Name: 'why', Required: true }],
    ['by its name, when it is optional', { Name: 'why' }],
  ])('may be known %s', (_how, argument) => {
    expect(textArgument({ ...argument, Hint: '[reason]' })).toMatchObject({
      ...argument,
      Type: 'TextInput',
      Data: { Hint: '[reason]' },
    });
  });

  it.each([{}, { Name: '' }, { Required: false }])(
    'known by its place is refused as %j, since Mattermost would refuse the command',
    (argument) => {
      expect(() => textArgument({ ...argument, Hint: '[reason]' })).toThrow('got the hint "[reason]"');
    },
  );
});
