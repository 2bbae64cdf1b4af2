// Written by npm run css-types.
declare const styles: {
  readonly 'dot': string
  readonly 'radio': string
}
export default styles
