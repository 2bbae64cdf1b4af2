// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
}
export default styles
