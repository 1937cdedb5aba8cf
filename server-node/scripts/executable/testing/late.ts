export const late = (): string => 'loaded by import()';
