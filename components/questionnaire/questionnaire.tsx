"use client";

import clsx from "clsx";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { AreaProgress, EndOfArea } from "./area-progress";
import { useEarlyChoices } from "./early-choices";
import { commandOf, placeOf } from "./keyboard";
import { KeysDialog } from "./keys-dialog";
import { focusReason } from "./not-applicable-reason";
import { useOfflineCopy } from "./offline-copy";
import { QuestionCard } from "./question-card";
import { type AreasOfCapabilities, questionHref } from "./question-href";
import { QuestionList } from "./question-list";
import { isOpen } from "./question-state";
import type { AskedCapability } from "./questions";
import type { Address } from "./send-change";
import { SheetStatus } from "./sheet-status";
import { turnShortcuts, useShortcuts } from "./shortcuts-setting";
import { type PageAnswers, useAnswerSheet } from "./use-answer-sheet";

type QuestionnaireProps = PageAnswers & {
  address: Address;
  capabilities: readonly AskedCapability[];
  /** The area of every capability of the assessment, to lead to what is not saved in another one. */
  areas: AreasOfCapabilities;
  carriedOverFrom: number | null;
};

export function Questionnaire({
  address,
  capabilities,
  areas,
  carriedOverFrom,
  answers,
  readAt,
}: QuestionnaireProps) {
  const sheet = useAnswerSheet(address, { answers, readAt });
  const shortcuts = useShortcuts();
  const [listShown, setListShown] = useState(false);
  const [keysShown, setKeysShown] = useState(false);
  const findField = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEarlyChoices(list);
  useOfflineCopy();
  const keys = capabilities.flatMap(({ questions }) => questions.map(({ key }) => key));

  function go(question: string | undefined) {
    const card = question === undefined ? null : document.getElementById(question);
    if (!card) return;
    setListShown(false);
    // After the list has made room, where it stood above the questions.
    requestAnimationFrame(() => {
      card.focus({ preventScroll: true });
      card.scrollIntoView();
    });
  }

  // Coming from a link to one question, the keys work at once.
  useEffect(() => {
    const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (linked?.matches("[data-question]")) linked.focus({ preventScroll: true });
  }, []);

  function goToNextOpen(question: string) {
    const at = keys.indexOf(question);
    const next = [...keys.slice(at + 1), ...keys.slice(0, at)].find((key) => isOpen(sheet.view(key)));
    if (next) return go(next);
    end.current?.focus();
  }

  function find() {
    setListShown(true);
    requestAnimationFrame(() => findField.current?.focus());
  }

  function press(event: KeyboardEvent) {
    if (!shortcuts || event.defaultPrevented || !(event.target instanceof Element)) return;
    const question = event.target.closest("[data-question]")?.id;
    const place = placeOf(event.target);
    const command = question && place && commandOf(event.nativeEvent, place);
    if (!command) return;
    event.preventDefault();
    switch (command.does) {
      case "answer":
        sheet.answer(question, command.choice);
        // Away from a control that would take the next Enter for itself.
        if (place === "control") document.getElementById(question)?.focus({ preventScroll: true });
        if (command.choice === "notApplicable") focusReason(question);
        return;
      case "move":
        return go(keys[keys.indexOf(question) + command.by]);
      case "nextOpen":
        return goToNextOpen(question);
      case "find":
        return find();
      case "showKeys":
        return setKeysShown(true);
    }
  }

  const own = new Set(keys);
  const linkTo = (question: string) => {
    if (own.has(question)) return `#${question}`;
    return questionHref(address, areas, question);
  };

  return (
    <div className="isolate lg:grid lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-x-8">
      <div className="sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center justify-between gap-x-2 border-b border-line bg-page px-4 py-1 lg:col-span-2">
        <AreaProgress sheet={sheet} questions={keys} />
        <Button
          variant="secondary"
          className="lg:hidden"
          aria-expanded={listShown}
          aria-controls="question-list"
          onClick={() => setListShown(!listShown)}
        >
          Questions
        </Button>
        <SheetStatus sheet={sheet} linkTo={linkTo} />
      </div>

      <aside
        id="question-list"
        aria-label="Questions of this area"
        className={clsx(
          "mb-6 flex-col gap-4 lg:sticky lg:top-20 lg:flex lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto lg:p-1",
          listShown ? "flex" : "hidden",
        )}
      >
        <QuestionList sheet={sheet} capabilities={capabilities} findField={findField} onGo={go} />
        <div className="hidden border-t border-line pt-2 pointer-fine:block">
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={shortcuts}
              onChange={(event) => turnShortcuts(event.target.checked)}
              className="size-5 accent-(--accent)"
            />
            Answer with single keys
          </label>
          <Button variant="quiet" className="-ml-4" onClick={() => setKeysShown(true)}>
            Show the keys
          </Button>
        </div>
      </aside>

      {/* Only listens to what its questions let through: each control keeps its own keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div ref={list} onKeyDown={press} className="flex flex-col gap-10">
        {capabilities.map(({ key, title, summary, questions }) => (
          <section key={key} aria-labelledby={`${key}-title`} className="flex flex-col gap-4">
            <div>
              <h2 id={`${key}-title`} className="text-xl font-semibold">
                {title}
              </h2>
              <p className="max-w-prose text-muted">{summary}</p>
            </div>
            {questions.map((question) => (
              <QuestionCard
                key={question.key}
                sheet={sheet}
                question={question}
                carriedOverFrom={carriedOverFrom}
              />
            ))}
          </section>
        ))}
        <p ref={end} tabIndex={-1} className="font-medium">
          <EndOfArea sheet={sheet} questions={keys} onGo={go} />
        </p>
      </div>
      <KeysDialog open={keysShown} onOpenChange={setKeysShown} />
    </div>
  );
}
