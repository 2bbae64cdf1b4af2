// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'line': string
}
export default styles
