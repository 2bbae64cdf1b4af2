// Written by npm run css-types.
declare const styles: {
  readonly 'backdrop': string
  readonly 'popup': string
  readonly 'title': string
}
export default styles
