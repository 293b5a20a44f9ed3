import { Callout } from "@/components/ui/callout";

export function NeedsScript() {
  return (
    <noscript>
      <Callout tone="warning" title="Saving needs JavaScript">
        You can read the questions without it, but answers are not saved. Turn JavaScript on for this address,
        then reload the page.
      </Callout>
    </noscript>
  );
}
