// Written by npm run css-types.
declare const styles: {
  readonly 'licence': string
  readonly 'text': string
}
export default styles
