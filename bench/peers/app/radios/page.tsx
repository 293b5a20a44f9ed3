import { capabilitiesOf, type SearchParams } from "../asked";
import { ShowOnPress } from "../show-on-press";
import { Radios } from "./radios";

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <ShowOnPress>
      <Radios capabilities={await capabilitiesOf(searchParams)} />
    </ShowOnPress>
  );
}
