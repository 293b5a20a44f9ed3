import { type RefObject, useEffect } from "react";

/** The radio last clicked of each group, until the page takes notice of clicks itself. */
const clicked = new Map<string, HTMLInputElement>();

function note({ target }: Event) {
  if (target instanceof HTMLInputElement && target.type === "radio") clicked.set(target.name, target);
}

// A click while React takes over the page makes it do so at once, and is then lost: it is noted before React hears of it.
if (typeof window !== "undefined") addEventListener("click", note, true);

/**
 * React takes no notice of what was chosen between the first sight of a page and the arrival of its script, or just
 * then: chooses it again, so that it is saved. The controls have to be `autoComplete="off"`, or what the browser puts
 * back after a reload would count as chosen.
 */
export function useEarlyChoices(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (root.current) repeatSelections(root.current);
    for (const radio of root.current?.querySelectorAll<HTMLInputElement>("input[type=radio]:checked") ?? []) {
      if (!radio.defaultChecked && !clicked.has(radio.name)) clicked.set(radio.name, radio);
    }
    // After the click that it may be running in: a radio cannot be clicked within its own click.
    const timer = setTimeout(() => {
      removeEventListener("click", note, true);
      for (const radio of clicked.values()) repeatClick(radio);
      clicked.clear();
    });
    return () => clearTimeout(timer);
  }, [root]);
}

function repeatClick(radio: HTMLInputElement) {
  radio.checked = false;
  radio.click();
}

function repeatSelections(root: HTMLElement) {
  for (const select of root.querySelectorAll("select")) {
    if (!select.selectedOptions[0]?.defaultSelected)
      select.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
