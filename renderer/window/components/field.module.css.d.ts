// Written by npm run css-types.
declare const styles: {
  readonly 'field': string
  readonly 'input': string
  readonly 'label': string
  readonly 'problem': string
  readonly 'text': string
}
export default styles
