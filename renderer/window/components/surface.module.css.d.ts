// Written by npm run css-types.
declare const styles: {
  readonly 'surface': string
}
export default styles
