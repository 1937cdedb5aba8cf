import React, { memo, useMemo, type ReactNode } from 'react';
import { shallowEqual, useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { hostGlobals } from './globals.ts';
import { currentTeam, siteUrl } from './host-state.ts';
import { mayBeFormatted, withoutBlocks } from './inline-markdown.ts';

interface Place {
  siteURL: string;
  team: unknown;
}

const placeOf = (state: GlobalState): Place => ({ siteURL: siteUrl(state), team: currentTeam(state) });

/** Drawn by Mattermost's own formatter, which lets only safe addresses become links. */
function formatted(text: string, place: Place): ReactNode {
  const host = hostGlobals().PostUtils;
  if (host === undefined) return text;
  try {
    const html = host.formatText(withoutBlocks(text), {
      ...place,
      atMentions: true,
      mentionHighlight: false,
      disableGroupHighlight: true,
      singleline: true,
      markdown: true,
      emoticons: true,
    });
    return host.messageHtmlToComponent(html, {
      mentionHighlight: false,
      disableGroupHighlight: true,
      images: false,
      latex: false,
      inlinelatex: false,
      hasPluginTooltips: false,
    });
  } catch {
    return text;
  }
}

function FormattedText({ text }: { text: string }) {
  const place = useSelector(placeOf, shallowEqual);
  return <>{useMemo(() => formatted(text, place), [text, place])}</>;
}

/** A person's Markdown as one flow. Plain texts, by far the most, cost nothing. */
export const MarkdownText = memo(function MarkdownText({ text }: { text: string }) {
  return mayBeFormatted(text) ? <FormattedText text={text} /> : <>{text}</>;
});
