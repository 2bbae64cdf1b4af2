// Written by npm run css-types.
declare const styles: {
  readonly 'count': string
  readonly 'voice': string
}
export default styles
