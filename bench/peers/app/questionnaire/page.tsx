import "@/app/globals.css";
import { Questionnaire } from "@/components/questionnaire/questionnaire";
import { capabilitiesOf, type SearchParams } from "../asked";
import { ShowOnPress } from "../show-on-press";

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  return (
    <ShowOnPress>
      <Questionnaire
        address={{ organization: "my-organization", assessment: "none" }}
        capabilities={await capabilitiesOf(searchParams)}
        areas={{}}
        carriedOverFrom={null}
        answers={new Map()}
        readAt={0}
      />
    </ShowOnPress>
  );
}
