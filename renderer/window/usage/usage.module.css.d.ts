// Written by npm run css-types.
declare const styles: {
  readonly 'meeting': string
}
export default styles
