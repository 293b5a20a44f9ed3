export const dynamic = "force-dynamic";

/** Rendered with each request, as all of our pages are. */
export default function Page() {
  return <h1>Bare at {new Date().toISOString()}</h1>;
}
