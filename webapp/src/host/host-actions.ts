/** Mattermost's own actions, as its package mattermost-redux names them: the package itself would weigh as much as the sidebar. */
export const RECEIVED_PROFILES_LIST = 'RECEIVED_PROFILES_LIST';
export const RECEIVED_NEW_POST = 'RECEIVED_NEW_POST';
