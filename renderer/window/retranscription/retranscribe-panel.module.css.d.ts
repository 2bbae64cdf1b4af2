// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'line': string
  readonly 'step': string
}
export default styles
