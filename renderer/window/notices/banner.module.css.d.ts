// Written by npm run css-types.
declare const styles: {
  readonly 'banner': string
  readonly 'buttons': string
  readonly 'detail': string
}
export default styles
