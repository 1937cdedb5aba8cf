/** Stylesheets are text in tests as in the bundle. */
export const process = (source) => ({ code: `module.exports = { styles: ${JSON.stringify(source)} };` });
