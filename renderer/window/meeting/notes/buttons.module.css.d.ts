// Written by npm run css-types.
declare const styles: {
  readonly 'mark': string
}
export default styles
