// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'count': string
  readonly 'text': string
  readonly 'voice': string
}
export default styles
