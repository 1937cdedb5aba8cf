import React from 'react';
import type { Post } from '@mattermost/types/posts';
import { formatText } from '../markdown/format-text.ts';
import { messageHtmlToComponent } from '../markdown/message-html.tsx';
import { ActionControls, type Action } from './action-controls.tsx';

interface Attachment {
  pretext?: string;
  title?: string;
  text?: string;
  color?: string;
  footer?: string;
  actions?: Action[];
}

export function Attachments({ post }: { post: Post }) {
  const attachments = post.props?.['attachments'];
  if (!Array.isArray(attachments)) return null;
  return (
    <>
      {(attachments as Attachment[]).map((attachment, index) => (
        <div key={index} className="attachment">
          {attachment.pretext && <div>{messageHtmlToComponent(formatText(attachment.pretext))}</div>}
          <div className="attachment__content" style={{ borderLeftColor: safeColor(attachment.color) }}>
            {attachment.title && <div className="attachment__title">{attachment.title}</div>}
            {attachment.text && <div>{messageHtmlToComponent(formatText(attachment.text))}</div>}
            {attachment.footer && <div className="attachment__footer">{attachment.footer}</div>}
            <ActionControls postId={post.id} actions={attachment.actions ?? []} />
          </div>
        </div>
      ))}
    </>
  );
}

const safeColor = (color = ''): string | undefined => (/^#[0-9a-f]{6}$/i.test(color) ? color : undefined);
