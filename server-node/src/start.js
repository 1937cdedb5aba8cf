// Starts the backend. It is plain JavaScript so that nothing of a start has to lose its types when all is in the
// compile cache: the code that takes them away is never loaded, which saves some 15 MB.
import './shared/compile-cache.js';

await import('./main.ts');
