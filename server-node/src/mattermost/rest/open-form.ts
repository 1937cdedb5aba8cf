import { elementType, type Field, type Form, type OpenForm } from '../../replies/form.ts';
import { formTooLate } from '../form-too-late.ts';
import { mattermostUnavailable, RestError } from './rest-error.ts';
import type { RestClient } from './rest-client.ts';

export interface OpenFormDeps {
  client: Pick<RestClient, 'openDialog'>;
  /** What Mattermost calls with what was filled in; undefined when it is not known. */
  formUrl: () => Promise<string | undefined>;
  hasDates: () => Promise<boolean>;
}

export function makeOpenForm({ client, formUrl, hasDates }: OpenFormDeps): OpenForm {
  return async (triggerId, form, state) => {
    const url = (await formUrl()) ?? '';
    const elements = await elementsOf(form, hasDates);
    const dialog = { callback_id: 'form', title: form.title, introduction_text: form.about ?? '', elements };
    const request = { trigger_id: triggerId, url, dialog: { ...dialog, submit_label: form.submit, state } };
    await client.openDialog(request).catch((error: unknown) => {
      const isTooLate = error instanceof RestError && error.status === 400;
      throw isTooLate ? formTooLate(error) : mattermostUnavailable(error);
    });
  };
}

async function elementsOf({ fields }: Form, hasDates: OpenFormDeps['hasDates']) {
  const asText = fields.some(({ type }) => type === 'date') && !(await hasDates());
  return fields.map((field) => ({
    name: field.name,
    display_name: field.label,
    type: elementType(field, asText),
    help_text: field.help ?? '',
    optional: field.optional ?? false,
    default: field.value ?? '',
    ...partsOf(field),
  }));
}

function partsOf(field: Field): object {
  switch (field.type) {
    case 'select':
      return { options: field.options.map(({ label, value }) => ({ text: label, value })) };
    case 'channel':
      return { data_source: 'channels' };
    case 'person':
      return { data_source: 'users' };
    case 'date':
      return {};
    default:
      return field.maxLength === undefined ? {} : { max_length: field.maxLength };
  }
}
