// Written by npm run css-types.
declare const styles: {
  readonly 'close': string
  readonly 'group': string
  readonly 'line': string
  readonly 'lines': string
}
export default styles
