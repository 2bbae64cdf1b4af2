// Written by npm run css-types.
declare const styles: {
  readonly 'kbd': string
  readonly 'keys': string
}
export default styles
