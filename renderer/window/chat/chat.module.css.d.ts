// Written by npm run css-types.
declare const styles: {
  readonly 'group': string
}
export default styles
