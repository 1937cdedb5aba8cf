import PropTypes from 'prop-types';
import React from 'react';
import ReactDOM from 'react-dom';
import * as ReactIntl from 'react-intl';
import * as ReactRedux from 'react-redux';
import * as Redux from 'redux';
import type { PageHistory } from './history.ts';
import { formatText } from './markdown/format-text.ts';
import { messageHtmlToComponent } from './markdown/message-html.tsx';

/** What plugins take from `window` in place of bundling it, under Mattermost's names. */
export function exposeGlobals(basePath: string, history: PageHistory): void {
  Object.assign(window, {
    basename: basePath,
    React,
    ReactDOM,
    ReactIntl,
    ReactRedux,
    Redux,
    PropTypes,
    PostUtils: { formatText, messageHtmlToComponent },
    WebappUtils: { browserHistory: history },
  });
}
