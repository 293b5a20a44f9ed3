"use client";

import { useState } from "react";
import type { AskedCapability } from "@/components/questionnaire/questions";
import { OTHER_CHOICES } from "../other-choices";

/** The least a questionnaire can be: native radios that hold their value. */
export function Radios({ capabilities }: { capabilities: readonly AskedCapability[] }) {
  const [values, setValues] = useState<Record<string, string>>({});
  return capabilities.map(({ key, title, questions }) => (
    <section key={key}>
      <h2>{title}</h2>
      {questions.map((question) => (
        <fieldset key={question.key}>
          <legend>{question.text}</legend>
          {[...question.levels, ...OTHER_CHOICES].map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={question.key}
                checked={values[question.key] === choice}
                onChange={() => setValues({ ...values, [question.key]: choice })}
              />
              {choice}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  ));
}
