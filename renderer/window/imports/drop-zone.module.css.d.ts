// Written by npm run css-types.
declare const styles: {
  readonly 'zone': string
}
export default styles
