/** Jest runs ES modules as Node does; swc only takes the types (and JSX) away. */
export const swcTransform = (jsx) => ({
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: jsx },
        transform: { react: { runtime: 'classic' } },
        target: 'es2024',
      },
      module: { type: 'es6' },
    },
  ],
});
