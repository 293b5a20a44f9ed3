import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { TextLink } from "@/components/ui/text-link";

/** A plain form: the query stands in the address, so that it can be shared and works without script. */
export function UnitSearch({ organization, query }: { organization: string; query: string }) {
  return (
    <search>
      <form action={`/${organization}/units`} className="flex flex-wrap items-end gap-3">
        <div className="w-full max-w-sm">
          <TextField
            id="unit-search"
            name="find"
            type="search"
            label="Find a unit by name, region or industry"
            defaultValue={query}
            key={query}
          />
        </div>
        <Button type="submit" variant="secondary">
          Find
        </Button>
        {query ? (
          <TextLink href={`/${organization}/units`} className="inline-flex min-h-11 items-center">
            Show all
          </TextLink>
        ) : null}
      </form>
    </search>
  );
}
