/** Nothing: what other pages of this app weigh more is theirs. */
export default function Page() {
  return <h1>Bare</h1>;
}
