// Written by npm run css-types.
declare const styles: {
  readonly 'switch': string
}
export default styles
