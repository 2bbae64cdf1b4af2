// Written by npm run css-types.
declare const styles: {
  readonly 'model': string
}
export default styles
