/** What a bare machine lacks of what Node needs. */
export const SHIPPED = ['libstdc++.so.6', 'libgcc_s.so.1'] as const;
export type LibraryName = (typeof SHIPPED)[number];

export interface Library {
  name: LibraryName;
  path: string;
  /** Where its source is found, for the notices. */
  source: string;
}
