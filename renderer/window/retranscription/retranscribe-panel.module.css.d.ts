// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'buttons': string
  readonly 'line': string
  readonly 'step': string
  readonly 'text': string
}
export default styles
