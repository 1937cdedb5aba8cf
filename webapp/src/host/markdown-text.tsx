import React, { memo, useMemo, type ReactNode } from 'react';
import { shallowEqual, useSelector } from 'react-redux';
import type { Channel } from '@mattermost/types/channels';
import type { GlobalState } from '@mattermost/types/store';
import type { Team } from '@mattermost/types/teams';
import { hostGlobals } from './globals.ts';
import { currentTeam, proxiesImages, siteUrl } from './host-state.ts';
import { mayBeFormatted, withoutBlocks } from './inline-markdown.ts';
import { withPlainTags } from './plain-tags.ts';

interface Place {
  siteURL: string;
  /** Where the site fetches pictures of others for its people, nobody's browser may ask for one by itself. */
  proxyImages: boolean;
  team: unknown;
  channels: Record<string, Channel>;
}

const placeOf = (state: GlobalState): Place => ({
  siteURL: siteUrl(state),
  proxyImages: proxiesImages(state),
  team: currentTeam(state),
  channels: state.entities.channels.channels,
});

/** By name, as the formatter looks up `~channel`; those that the person does not have stay plain text. */
function channelNames(text: string, { channels, team }: Place): Record<string, Channel> {
  if (!text.includes('~')) return {};
  const teamId = (team as Team | undefined)?.id;
  const ofTeam = Object.values(channels).filter(({ team_id }) => team_id === teamId);
  return Object.fromEntries(ofTeam.map((channel) => [channel.name, channel]));
}

/** Drawn by Mattermost's own formatter, which lets only safe addresses become links. */
function formatted(text: string, place: Place, isFlow: boolean): ReactNode {
  const host = hostGlobals().PostUtils;
  if (host === undefined) return text;
  try {
    const html = host.formatText(isFlow ? withoutBlocks(text) : text, {
      siteURL: place.siteURL,
      proxyImages: place.proxyImages,
      team: place.team,
      channelNamesMap: channelNames(text, place),
      atMentions: true,
      mentionHighlight: false,
      disableGroupHighlight: true,
      singleline: isFlow,
      markdown: true,
      emoticons: true,
    });
    return host.messageHtmlToComponent(withPlainTags(html), {
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

function FormattedText({ text, isFlow }: { text: string; isFlow: boolean }) {
  const place = useSelector(placeOf, shallowEqual);
  return <>{useMemo(() => formatted(text, place, isFlow), [text, place, isFlow])}</>;
}

/** A person's Markdown as one flow. Plain texts, by far the most, cost nothing. */
export const MarkdownText = memo(function MarkdownText({ text }: { text: string }) {
  return mayBeFormatted(text) ? <FormattedText text={text} isFlow /> : <>{text}</>;
});

/** A person's Markdown with its lines, lists and blocks. */
export const MarkdownBlocks = memo(function MarkdownBlocks({ text }: { text: string }) {
  return <FormattedText text={text} isFlow={false} />;
});
