// Written by npm run css-types.
declare const styles: {
  readonly 'never': string
}
export default styles
