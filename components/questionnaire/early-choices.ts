import { type RefObject, useEffect } from "react";

/**
 * React takes no notice of what was chosen between the first sight of a page and the arrival of its script: chooses
 * it again, so that it is saved. The controls have to be `autoComplete="off"`, or what the browser puts back after a
 * reload would count as chosen.
 */
export function useEarlyChoices(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (root.current) repeatChoices(root.current);
  }, [root]);
}

function repeatChoices(root: HTMLElement) {
  for (const radio of root.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")) {
    if (radio.defaultChecked) continue;
    radio.checked = false;
    radio.click();
  }
  for (const select of root.querySelectorAll("select")) {
    if (!select.selectedOptions[0]?.defaultSelected)
      select.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
