// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'count': string
  readonly 'field': string
}
export default styles
