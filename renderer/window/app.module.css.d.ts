// Written by npm run css-types.
declare const styles: {
  readonly 'pane': string
  readonly 'window': string
}
export default styles
