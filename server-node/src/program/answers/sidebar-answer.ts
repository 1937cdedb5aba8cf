import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { told } from './answer.ts';

/** What `open` says where nothing can be opened: in the web client the plugin answers it before it comes here. */
export const sidebarAnswer = ({ notes }: Texts): Answer => told(notes.whereSidebarIs);
