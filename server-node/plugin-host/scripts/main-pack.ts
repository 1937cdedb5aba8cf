import { pack } from './pack.ts';

console.log(pack(process.argv[2] ?? process.cwd()));
