/** @jest-environment node */
import { expect, it } from '@jest/globals';
import { PostTypes, UserTypes } from 'mattermost-redux/action_types';
import { RECEIVED_NEW_POST, RECEIVED_PROFILES_LIST } from './host-actions.ts';

it('is named as Mattermost names it', () => {
  expect(RECEIVED_PROFILES_LIST).toBe(UserTypes.RECEIVED_PROFILES_LIST);
  expect(RECEIVED_NEW_POST).toBe(PostTypes.RECEIVED_NEW_POST);
});
