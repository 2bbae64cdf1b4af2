// Written by npm run css-types.
declare const styles: {
  readonly 'detail': string
  readonly 'failed': string
}
export default styles
