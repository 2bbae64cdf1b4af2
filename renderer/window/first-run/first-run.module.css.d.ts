// Written by npm run css-types.
declare const styles: {
  readonly 'bars': string
  readonly 'block': string
  readonly 'number': string
  readonly 'pane': string
  readonly 'problem': string
  readonly 'skip': string
  readonly 'step': string
  readonly 'steps': string
  readonly 'text': string
  readonly 'title': string
}
export default styles
