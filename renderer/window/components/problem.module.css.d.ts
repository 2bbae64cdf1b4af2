// Written by npm run css-types.
declare const styles: {
  readonly 'detail': string
  readonly 'sentence': string
}
export default styles
