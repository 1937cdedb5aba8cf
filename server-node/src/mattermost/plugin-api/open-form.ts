import type { OpenDialogRequest, PluginApi } from 'mattermost-plugin-host';

import { FORM_PATH } from '../../contract/paths.ts';
import { elementType, knowsDates, type Field, type Form, type OpenForm } from '../../replies/form.ts';
import { formTooLate } from '../form-too-late.ts';
import { isRefused, orUnavailable } from './api-failure.ts';

export type FormApi = Pick<PluginApi, 'OpenInteractiveDialog' | 'GetServerVersion'>;

type Element = NonNullable<NonNullable<OpenDialogRequest['Dialog']>['Elements']>[number];

/** Mattermost hands what was filled in to this plugin itself, whatever its address is for people. */
export function makeOpenForm(api: FormApi): OpenForm {
  return async (TriggerId, form, State) => {
    const { title: Title, about: IntroductionText = '', submit: SubmitLabel } = form;
    const Elements = await elementsOf(api, form);
    const Dialog = { CallbackId: 'form', Title, IntroductionText, Elements, SubmitLabel, State };
    const opened = api.OpenInteractiveDialog({ TriggerId, URL: FORM_PATH, Dialog });
    await opened.catch((error: unknown) => {
      if (isRefused(error)) throw formTooLate(error);
      return orUnavailable(Promise.reject(error));
    });
  };
}

async function elementsOf(api: FormApi, { fields }: Form): Promise<Element[]> {
  const hasDates = async () => knowsDates(await orUnavailable(api.GetServerVersion()));
  const asText = fields.some(({ type }) => type === 'date') && !(await hasDates());
  return fields.map((field) => ({
    Name: field.name,
    DisplayName: field.label,
    Type: elementType(field, asText),
    HelpText: field.help ?? '',
    Optional: field.optional ?? false,
    Default: field.value ?? '',
    ...partsOf(field),
  }));
}

function partsOf(field: Field): Element {
  switch (field.type) {
    case 'select':
      return { Options: field.options.map(({ label: Text, value: Value }) => ({ Text, Value })) };
    case 'channel':
      return { DataSource: 'channels' };
    case 'person':
      return { DataSource: 'users' };
    case 'date':
      return {};
    default:
      return { MaxLength: field.maxLength ?? 0 };
  }
}
