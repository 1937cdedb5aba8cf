import React, { type ReactNode } from 'react';

/** @param html made by `formatText`, and so without anything that could run */
export function messageHtmlToComponent(html: string): ReactNode {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
