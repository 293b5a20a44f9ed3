"use client";

import "survey-core/survey-core.min.css";
import { useState } from "react";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import type { AskedCapability } from "@/components/questionnaire/questions";
import { OTHER_CHOICES } from "../other-choices";

export function AskSurvey({ capabilities }: { capabilities: readonly AskedCapability[] }) {
  const [model] = useState(() => new Model(modelOf(capabilities)));
  return <Survey model={model} />;
}

function modelOf(capabilities: readonly AskedCapability[]) {
  const elements = capabilities.map(({ key, title, questions }) => ({
    type: "panel",
    name: key,
    title,
    elements: questions.map((question) => ({
      type: "radiogroup",
      // A dot would make it a nested value.
      name: question.key.replaceAll(".", "-"),
      title: question.text,
      choices: [...question.levels, ...OTHER_CHOICES],
    })),
  }));
  return { elements };
}
