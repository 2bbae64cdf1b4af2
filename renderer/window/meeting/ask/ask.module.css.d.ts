// Written by npm run css-types.
declare const styles: {
  readonly 'answer': string
  readonly 'form': string
  readonly 'row': string
  readonly 'scope': string
  readonly 'unsaid': string
}
export default styles
