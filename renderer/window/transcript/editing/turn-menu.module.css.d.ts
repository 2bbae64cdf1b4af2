// Written by npm run css-types.
declare const styles: {
  readonly 'item': string
  readonly 'line': string
}
export default styles
