import { sql, type Kysely } from 'kysely';
import type { PersonSettingsReader, PersonSettingsWriter, StoredSettings } from '../person-settings/ports.ts';
import type { UserId } from '../shared/ids.ts';
import type { Flavour } from './flavour.ts';
import { prepared } from './prepared.ts';
import type { Database, PersonSettingsTableRow } from './rows.ts';
import type { Run } from './runner.ts';

export type PersonSettingsQueries = ReturnType<typeof personSettingsQueries>;

export function personSettingsQueries(db: Kysely<Database>, { locksRows, oneOf }: Flavour) {
  const rows = db.selectFrom('person_settings').selectAll();
  return {
    ofPeople: prepared(({ people }: { people: readonly string[] }) => rows.where(oneOf('person_id', people))),
    make: prepared(({ person }: { person: string }) =>
      db
        .insertInto('person_settings')
        .values({ person_id: person, document: sql.lit('{}'), version: sql.lit(0) })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    lock: prepared(({ person }: { person: string }) =>
      rows.where('person_id', '=', person).$if(locksRows, (query) => query.forUpdate()),
    ),
    save: prepared(({ person_id, document, version }: PersonSettingsTableRow) =>
      db.updateTable('person_settings').set({ document, version }).where('person_id', '=', person_id),
    ),
  };
}

export function makeReadSettings(
  run: Run,
  queries: PersonSettingsQueries,
  { asParameter }: Flavour,
): PersonSettingsReader {
  return {
    settingsOf: async (people) => {
      if (people.length === 0) return new Map();
      const rows = await run(queries.ofPeople({ people: asParameter(people) }));
      return new Map(rows.map(toSettings).map((settings) => [settings.personId, settings]));
    },
  };
}

export function makeWriteSettings(
  run: Run,
  queries: PersonSettingsQueries,
  flavour: Flavour,
): PersonSettingsWriter {
  return {
    ...makeReadSettings(run, queries, flavour),
    lock: async (person) => {
      await run(queries.make({ person }));
      const [row] = await run(queries.lock({ person }));
      return row === undefined ? { personId: person, document: {}, version: 0 } : toSettings(row);
    },
    save: async ({ personId, document, version }) =>
      void (await run(queries.save({ person_id: personId, document: JSON.stringify(document), version }))),
  };
}

const toSettings = ({ person_id, document, version }: PersonSettingsTableRow): StoredSettings => ({
  personId: person_id as UserId,
  document: JSON.parse(document) as unknown,
  version,
});
