// Written by npm run css-types.
declare const styles: {
  readonly 'button': string
  readonly 'primary': string
  readonly 'quiet': string
  readonly 'rec': string
}
export default styles
