// Written by npm run css-types.
declare const styles: {
  readonly 'chip': string
  readonly 'dot': string
  readonly 'rec': string
  readonly 'warn': string
}
export default styles
