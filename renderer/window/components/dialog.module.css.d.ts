// Written by npm run css-types.
declare const styles: {
  readonly 'backdrop': string
  readonly 'buttons': string
  readonly 'popup': string
  readonly 'text': string
  readonly 'title': string
}
export default styles
