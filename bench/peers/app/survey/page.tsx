import { capabilitiesOf, type SearchParams } from "../asked";
import { ShowOnPress } from "../show-on-press";
import { AskSurvey } from "./ask-survey";

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <ShowOnPress>
      <AskSurvey capabilities={await capabilitiesOf(searchParams)} />
    </ShowOnPress>
  );
}
