import { describe, expect, it } from '@jest/globals';
import { RestError } from '../mattermost/rest/rest-error.ts';
import { explainRest } from './admin/explain-rest.ts';
import { fault, findingLine, notChecked, ok } from './doctor/finding.ts';
import { troubleError } from './plugin/status-trouble.ts';
import { printable } from './printable.ts';

const FORGED = 'no\u001b[2K\r\nok     token\u0085\u2028\u202etxet\u009b1m';
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('the words of a server', () => {
  it('keep their letters, accents and pictures', () => {
    expect(printable('Équipe “é” 日本 🎉 – ok')).toBe('Équipe “é” 日本 🎉 – ok');
  });

  it.each<[string, string]>([
    ['a good link', findingLine(ok('teams', FORGED))],
    ['a fault', findingLine(fault('teams', FORGED, FORGED))],
    ['what was not checked', findingLine(notChecked('teams', FORGED))],
    ['a plugin that does not start', troubleError({ saw: FORGED, fix: FORGED }).message],
    ['a refusal', explainRest(new RestError(FORGED, { status: 400, id: 'x' }), 'http://m').message],
    ['no answer', explainRest(new RestError(FORGED, { status: 0, id: 'no_answer' }), 'http://m').message],
  ])('move no cursor and begin no line in the sentence of %s', (_what, line) => {
    expect(line).toContain('no [2K ok     token');
    expect(line).not.toMatch(INVISIBLE);
  });
});
